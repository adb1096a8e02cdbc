"""Add drafts, the item bank, pictures, the steps of waves and what their trials bring

Waves that exist were approved when they were announced, for nobody could plan one without meaning it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    op.create_table('picture',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('media_type', sa.String(length=40), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('height', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_picture'))
    )
    op.create_table('bank_entry',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('item', 'scale', name='bankentrykind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_bank_entry_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bank_entry')),
    sa.UniqueConstraint('region_id', 'kind', 'code', name=op.f('uq_bank_entry_region_id_kind_code'))
    )
    op.create_table('questionnaire_draft',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('based_on_id', sa.Uuid(), nullable=True),
    sa.Column('origin', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('acknowledged', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['based_on_id'], ['questionnaire_version.id'], name=op.f('fk_questionnaire_draft_based_on_id_questionnaire_version')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_questionnaire_draft_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_draft')),
    sa.UniqueConstraint('region_id', 'code', name=op.f('uq_questionnaire_draft_region_id_code'))
    )
    op.create_table('draft_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('draft_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('created', 'cloned', 'imported', 'settings', 'section_added', 'section_changed', 'section_moved', 'section_removed', 'item_added', 'item_changed', 'item_moved', 'item_removed', 'scale_added', 'scale_changed', 'scale_removed', 'translated', name='draftstepkind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('subject', sa.String(length=80), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=True),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['questionnaire_draft.id'], name=op.f('fk_draft_step_draft_id_questionnaire_draft')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_draft_step_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_step')),
    sa.UniqueConstraint('draft_id', 'number', name=op.f('uq_draft_step_draft_id_number'))
    )
    op.create_table('trial_response',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('questionnaire_version_id', sa.Uuid(), nullable=False),
    sa.Column('language', sa.String(length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('answers', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('submission_hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['questionnaire_version_id'], ['questionnaire_version.id'], name=op.f('fk_trial_response_questionnaire_version_id_questionnaire_version')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_trial_response_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_trial_response')),
    sa.UniqueConstraint('submission_hash', name=op.f('uq_trial_response_submission_hash'))
    )
    with op.batch_alter_table('trial_response', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_trial_response_wave_id'), ['wave_id'], unique=False)

    op.create_table('wave_step',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('created', 'version_changed', 'trial_started', 'trial_ended', 'approved', 'approval_taken_back', 'window_changed', 'extended', 'closed_early', 'withdrawn', 'archived', 'brought_back', name='wavestepkind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=True),
    sa.Column('detail', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('explanations', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_wave_step_staff_member_id_staff_member')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_wave_step_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wave_step'))
    )
    with op.batch_alter_table('wave_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wave_step_wave_id'), ['wave_id'], unique=False)

    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.add_column(sa.Column('published_by_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('changes', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('broken_trends', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('acknowledged', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False, server_default='[]'))
        batch_op.create_foreign_key(batch_op.f('fk_questionnaire_version_published_by_id_staff_member'), 'staff_member', ['published_by_id'], ['id'])

    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        for column in ('changes', 'broken_trends', 'acknowledged'):
            batch_op.alter_column(column, server_default=None)

    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.add_column(sa.Column('created_by_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('trial_key', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_wave_trial_key'), ['trial_key'])
        batch_op.create_foreign_key(batch_op.f('fk_wave_created_by_id_staff_member'), 'staff_member', ['created_by_id'], ['id'])

    op.execute('UPDATE wave SET approved_at = announced_at')


def downgrade() -> None:
    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_wave_created_by_id_staff_member'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_wave_trial_key'), type_='unique')
        batch_op.drop_column('archived_at')
        batch_op.drop_column('approved_at')
        batch_op.drop_column('trial_key')
        batch_op.drop_column('created_by_id')

    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_questionnaire_version_published_by_id_staff_member'), type_='foreignkey')
        batch_op.drop_column('acknowledged')
        batch_op.drop_column('broken_trends')
        batch_op.drop_column('changes')
        batch_op.drop_column('published_by_id')

    with op.batch_alter_table('wave_step', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_wave_step_wave_id'))

    op.drop_table('wave_step')
    with op.batch_alter_table('trial_response', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_trial_response_wave_id'))

    op.drop_table('trial_response')
    op.drop_table('draft_step')
    op.drop_table('questionnaire_draft')
    op.drop_table('bank_entry')
    op.drop_table('picture')
