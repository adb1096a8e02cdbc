"""Add tallies, margins of the population, steps of snapshots, replies, pictures and exports"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0004'
down_revision = '0003'

STATES_BEFORE = ('draft', 'published', 'superseded')
STATES = ('draft', 'checked', 'in_reply', 'approved', 'published', 'superseded')


def _allow_states(codes: tuple[str, ...]) -> None:
    """Change the CHECK on the state; SQLite makes the table anew, so nothing may refer to it meanwhile."""
    with op.batch_alter_table('index_snapshot', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_index_snapshot_snapshotstate'), type_='check')
    with op.batch_alter_table('index_snapshot', schema=None) as batch_op:
        listed = ', '.join(f"'{code}'" for code in codes)
        batch_op.create_check_constraint(op.f('ck_index_snapshot_snapshotstate'), f'state IN ({listed})')


def upgrade() -> None:
    _allow_states(STATES)
    with op.batch_alter_table('index_snapshot', schema=None) as batch_op:
        batch_op.add_column(sa.Column('inputs', sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column('reply_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('published_before', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), server_default=sa.text("'[]'"), nullable=False))

    op.create_table('margin_set',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('counted_on', sa.Date(), nullable=False),
    sa.Column('loaded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('loaded_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['loaded_by_id'], ['staff_member.id'], name=op.f('fk_margin_set_loaded_by_id_staff_member')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_margin_set_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_margin_set')),
    sa.UniqueConstraint('region_id', 'sequence', name=op.f('uq_margin_set_region_id_sequence'))
    )
    with op.batch_alter_table('margin_set', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_margin_set_region_id'), ['region_id'], unique=False)

    op.create_table('answer_tally',
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('item_code', sa.String(length=64), nullable=False),
    sa.Column('option_code', sa.String(length=64), nullable=False),
    sa.Column('service_code', sa.String(length=40), nullable=False),
    sa.Column('stratum', sa.String(length=200), nullable=False),
    sa.Column('responses', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_answer_tally_wave_id_wave')),
    sa.PrimaryKeyConstraint('wave_id', 'item_code', 'option_code', 'service_code', 'stratum', name=op.f('pk_answer_tally')),
    sqlite_with_rowid=False
    )
    op.create_table('rating_tally',
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('stratum', sa.String(length=200), nullable=False),
    sa.Column('service_code', sa.String(length=40), nullable=False),
    sa.Column('mode', sa.String(length=32), nullable=False),
    sa.Column('language', sa.String(length=16), nullable=False),
    sa.Column('responses', sa.Integer(), nullable=False),
    sa.Column('scored', sa.Integer(), nullable=False),
    sa.Column('score_sum', sa.BigInteger(), nullable=False),
    sa.Column('score_squares', sa.BigInteger(), nullable=False),
    sa.Column('rated', sa.Integer(), nullable=False),
    sa.Column('overall_sum', sa.BigInteger(), nullable=False),
    sa.Column('overall_squares', sa.BigInteger(), nullable=False),
    sa.Column('top', sa.Integer(), nullable=False),
    sa.Column('bottom', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_rating_tally_wave_id_wave')),
    sa.PrimaryKeyConstraint('wave_id', 'stratum', 'service_code', 'mode', 'language', name=op.f('pk_rating_tally')),
    sqlite_with_rowid=False
    )
    op.create_table('shown_composition',
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('responses', sa.Integer(), nullable=False),
    sa.Column('margins', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_shown_composition_wave_id_wave')),
    sa.PrimaryKeyConstraint('wave_id', name=op.f('pk_shown_composition'))
    )
    op.create_table('response_export',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('format', sa.Enum('csv', 'xlsx', 'sav', 'dta', 'ddi', name='exportformat', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('options', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('asked_for_by_id', sa.Uuid(), nullable=True),
    sa.Column('asked_for_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['asked_for_by_id'], ['staff_member.id'], name=op.f('fk_response_export_asked_for_by_id_staff_member')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_response_export_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_response_export'))
    )
    with op.batch_alter_table('response_export', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_response_export_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_response_export_wave_id'), ['wave_id'], unique=False)

    op.create_table('export_chunk',
    sa.Column('export_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['export_id'], ['response_export.id'], name=op.f('fk_export_chunk_export_id_response_export'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('export_id', 'position', name=op.f('pk_export_chunk'))
    )
    op.create_table('provider_reply',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('snapshot_id', sa.Uuid(), nullable=False),
    sa.Column('provider_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(length=600), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_provider_reply_provider_id_provider')),
    sa.ForeignKeyConstraint(['snapshot_id'], ['index_snapshot.id'], name=op.f('fk_provider_reply_snapshot_id_index_snapshot')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_provider_reply_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provider_reply')),
    sa.UniqueConstraint('snapshot_id', 'provider_id', name=op.f('uq_provider_reply_snapshot_id_provider_id'))
    )
    with op.batch_alter_table('provider_reply', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_provider_reply_snapshot_id'), ['snapshot_id'], unique=False)

    op.create_table('snapshot_picture',
    sa.Column('snapshot_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('language', sa.String(length=16), nullable=False),
    sa.Column('svg', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['snapshot_id'], ['index_snapshot.id'], name=op.f('fk_snapshot_picture_snapshot_id_index_snapshot')),
    sa.PrimaryKeyConstraint('snapshot_id', 'name', 'language', name=op.f('pk_snapshot_picture'))
    )
    op.create_table('snapshot_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('snapshot_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('checked', 'opened_for_replies', 'replied', 'reply_withdrawn', 'approved', 'returned', 'published', name='snapshotstepkind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=True),
    sa.Column('detail', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['snapshot_id'], ['index_snapshot.id'], name=op.f('fk_snapshot_step_snapshot_id_index_snapshot')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_snapshot_step_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_snapshot_step'))
    )
    with op.batch_alter_table('snapshot_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_snapshot_step_snapshot_id'), ['snapshot_id'], unique=False)

    op.create_table('cleared_comment',
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('cleared_on', sa.Date(), nullable=False),
    sa.Column('cleared_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['cleared_by_id'], ['staff_member.id'], name=op.f('fk_cleared_comment_cleared_by_id_staff_member')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_cleared_comment_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_cleared_comment')),
    sqlite_with_rowid=False
    )
    op.add_column('outbox_message', sa.Column('again', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.add_column(sa.Column('tallied', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_index('ix_response_untallied', ['wave_id'], unique=False, sqlite_where=sa.text('NOT tallied'), postgresql_where=sa.text('NOT tallied'))



def downgrade() -> None:
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.drop_index('ix_response_untallied', sqlite_where=sa.text('NOT tallied'), postgresql_where=sa.text('NOT tallied'))
    op.drop_column('response', 'tallied')
    op.drop_column('outbox_message', 'again')

    op.drop_table('cleared_comment')
    with op.batch_alter_table('snapshot_step', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_snapshot_step_snapshot_id'))

    op.drop_table('snapshot_step')
    op.drop_table('snapshot_picture')
    with op.batch_alter_table('provider_reply', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_provider_reply_snapshot_id'))

    op.drop_table('provider_reply')
    op.drop_table('export_chunk')
    with op.batch_alter_table('response_export', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_response_export_wave_id'))
        batch_op.drop_index(batch_op.f('ix_response_export_expires_at'))

    op.drop_table('response_export')
    op.drop_table('shown_composition')
    op.drop_table('rating_tally')
    op.drop_table('answer_tally')
    with op.batch_alter_table('margin_set', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_margin_set_region_id'))

    op.drop_table('margin_set')
    op.execute("UPDATE index_snapshot SET state = 'draft' WHERE state IN ('checked', 'in_reply', 'approved')")
    with op.batch_alter_table('index_snapshot', schema=None) as batch_op:
        batch_op.drop_column('published_before')
        batch_op.drop_column('reply_until')
        batch_op.drop_column('inputs')
    _allow_states(STATES_BEFORE)
