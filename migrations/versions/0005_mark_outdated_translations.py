"""Add which translations of a draft are older than their originals"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    with op.batch_alter_table('draft_step', schema=None) as batch_op:
        batch_op.add_column(sa.Column('outdated', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), server_default=sa.text("'{}'"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('draft_step', schema=None) as batch_op:
        batch_op.drop_column('outdated')
