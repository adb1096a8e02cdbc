"""Add who reads what in triage, learned coders and their releases"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0003'
down_revision = '0002'

# Comments that came before there were places get them, in the order that they were shown in until now.
LAST_CODING = """
    SELECT {column} FROM classification
    WHERE classification.comment_id = comment.id
    ORDER BY classified_on DESC, coding_frame_version DESC, model_version DESC LIMIT 1
"""
QUEUE_UP = f"""
    INSERT INTO queue_place (comment_id, region_id, waiting, urgent, coded, priority, leader_id)
    SELECT id, region_id,
        NOT EXISTS (
            SELECT 1 FROM triage_decision
            WHERE comment_id = comment.id AND verdict IS NOT NULL AND sequence = (
                SELECT max(sequence) FROM triage_decision AS step WHERE step.comment_id = comment.id
            )
        ),
        coalesce(({LAST_CODING.format(column="urgent")}), false),
        EXISTS (SELECT 1 FROM classification WHERE classification.comment_id = comment.id),
        coalesce(({LAST_CODING.format(column="relevance")}), 0.5),
        id
    FROM comment
"""


def upgrade() -> None:
    op.create_table('coder_review',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('occasion', sa.Enum('trained', 'scheduled', 'asked_for', name='reviewoccasion', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('model_version', sa.String(length=60), nullable=False),
    sa.Column('coding_frame_version', sa.String(length=40), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('reviewed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['coding_frame_version'], ['coding_frame_version.version'], name=op.f('fk_coder_review_coding_frame_version_coding_frame_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coder_review')),
    sa.UniqueConstraint('sequence', name=op.f('uq_coder_review_sequence'))
    )
    op.create_table('learned_coder',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.String(length=60), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('coding_frame_version', sa.String(length=40), nullable=False),
    sa.Column('training_hash', sa.String(length=64), nullable=False),
    sa.Column('card', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('artifact', sa.LargeBinary(), nullable=False),
    sa.Column('trained_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_for_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['asked_for_by_id'], ['staff_member.id'], name=op.f('fk_learned_coder_asked_for_by_id_staff_member')),
    sa.ForeignKeyConstraint(['coding_frame_version'], ['coding_frame_version.version'], name=op.f('fk_learned_coder_coding_frame_version_coding_frame_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learned_coder')),
    sa.UniqueConstraint('sequence', name=op.f('uq_learned_coder_sequence')),
    sa.UniqueConstraint('version', name=op.f('uq_learned_coder_version'))
    )
    op.create_table('share_estimate',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('method_version', sa.String(length=20), nullable=False),
    sa.Column('inputs_hash', sa.String(length=64), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('estimated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_share_estimate_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share_estimate')),
    sa.UniqueConstraint('region_id', 'sequence', name=op.f('uq_share_estimate_region_id_sequence'))
    )
    op.create_table('shortcut_keys',
    sa.Column('staff_member_id', sa.Uuid(), nullable=False),
    sa.Column('switched_on', sa.Boolean(), nullable=False),
    sa.Column('keys', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_shortcut_keys_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('staff_member_id', name=op.f('pk_shortcut_keys'))
    )
    op.create_table('triage_settings',
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('sample_share', sa.Double(), nullable=False),
    sa.Column('double_share', sa.Double(), nullable=False),
    sa.CheckConstraint('sample_share BETWEEN 0 AND 1 AND double_share BETWEEN 0 AND 1', name=op.f('ck_triage_settings_shares')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_triage_settings_region_id_region')),
    sa.PrimaryKeyConstraint('region_id', name=op.f('pk_triage_settings'))
    )
    op.create_table('coder_release',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('learned_coder_id', sa.Uuid(), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('released_by_id', sa.Uuid(), nullable=True),
    sa.Column('released_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['learned_coder_id'], ['learned_coder.id'], name=op.f('fk_coder_release_learned_coder_id_learned_coder')),
    sa.ForeignKeyConstraint(['released_by_id'], ['staff_member.id'], name=op.f('fk_coder_release_released_by_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coder_release')),
    sa.UniqueConstraint('sequence', name=op.f('uq_coder_release_sequence'))
    )
    op.create_table('blind_reading',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('reader_id', sa.Uuid(), nullable=False),
    sa.Column('verdict', sa.Enum('relevant', 'irrelevant', name='verdict', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('irrelevance_reason', sa.Enum('other_department', 'state_authority', 'health_care', 'outside_territory', 'individual_case', 'no_content', 'advertising', 'abusive', 'not_understood', name='irrelevancereason', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('target_groups', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('kind', sa.Enum('praise', 'complaint', 'suggestion', 'question', name='commentkind', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(verdict = 'irrelevant') = (irrelevance_reason IS NOT NULL)", name=op.f('ck_blind_reading_reason')),
    sa.CheckConstraint("verdict <> 'relevant' OR kind IS NOT NULL", name=op.f('ck_blind_reading_kind')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_blind_reading_comment_id_comment')),
    sa.ForeignKeyConstraint(['reader_id'], ['staff_member.id'], name=op.f('fk_blind_reading_reader_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blind_reading')),
    sa.UniqueConstraint('comment_id', 'reader_id', name=op.f('uq_blind_reading_comment_id_reader_id'))
    )
    with op.batch_alter_table('blind_reading', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blind_reading_comment_id'), ['comment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_blind_reading_reader_id'), ['reader_id'], unique=False)

    op.create_table('queue_place',
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('waiting', sa.Boolean(), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('coded', sa.Boolean(), nullable=False),
    sa.Column('priority', sa.Double(), nullable=False),
    sa.Column('leader_id', sa.Uuid(), nullable=False),
    sa.Column('ranked_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_queue_place_comment_id_comment')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_queue_place_region_id_region')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_queue_place')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('queue_place', schema=None) as batch_op:
        batch_op.create_index('ix_queue_place_coded', ['region_id', 'coded'], unique=False)
        batch_op.create_index('ix_queue_place_count', ['region_id', 'waiting', 'urgent'], unique=False)
        batch_op.create_index(batch_op.f('ix_queue_place_leader_id'), ['leader_id'], unique=False)
        batch_op.create_index('ix_queue_place_turn', ['region_id', 'waiting', 'urgent', 'priority', 'leader_id', 'comment_id'], unique=False)

    op.execute(QUEUE_UP)
    op.create_table('second_look',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('why', sa.Enum('machine_disagrees', 'readers_disagree', 'flagged', name='secondlookreason', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_by_id', sa.Uuid(), nullable=True),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by_id'], ['staff_member.id'], name=op.f('fk_second_look_asked_by_id_staff_member')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_second_look_comment_id_comment')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['staff_member.id'], name=op.f('fk_second_look_settled_by_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_second_look'))
    )
    with op.batch_alter_table('second_look', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_second_look_comment_id'), ['comment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_second_look_settled_at'), ['settled_at'], unique=False)

    op.create_table('triage_draw',
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('in_sample', sa.Boolean(), nullable=False),
    sa.Column('double_coded', sa.Boolean(), nullable=False),
    sa.Column('sample_share', sa.Double(), nullable=False),
    sa.Column('double_share', sa.Double(), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_triage_draw_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_triage_draw')),
    sqlite_with_rowid=False
    )
    op.create_table('triage_lease',
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_triage_lease_comment_id_comment')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_triage_lease_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_triage_lease'))
    )
    with op.batch_alter_table('triage_lease', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_triage_lease_staff_member_id'), ['staff_member_id'], unique=False)

    op.create_table('triage_skip',
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=False),
    sa.Column('skipped_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_triage_skip_comment_id_comment')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_triage_skip_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('comment_id', 'staff_member_id', name=op.f('pk_triage_skip'))
    )
    with op.batch_alter_table('triage_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_triage_decision_decided_at'), ['decided_at'], unique=False)

    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index('ix_comment_region_id_service_code', ['region_id', 'service_code'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_region_id_service_code')

    with op.batch_alter_table('triage_decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_triage_decision_decided_at'))

    op.drop_table('triage_skip')
    with op.batch_alter_table('triage_lease', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_triage_lease_staff_member_id'))

    op.drop_table('triage_lease')
    op.drop_table('triage_draw')
    with op.batch_alter_table('second_look', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_second_look_settled_at'))
        batch_op.drop_index(batch_op.f('ix_second_look_comment_id'))

    op.drop_table('second_look')
    with op.batch_alter_table('queue_place', schema=None) as batch_op:
        batch_op.drop_index('ix_queue_place_turn')
        batch_op.drop_index(batch_op.f('ix_queue_place_leader_id'))
        batch_op.drop_index('ix_queue_place_count')
        batch_op.drop_index('ix_queue_place_coded')

    op.drop_table('queue_place')
    with op.batch_alter_table('blind_reading', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_blind_reading_reader_id'))
        batch_op.drop_index(batch_op.f('ix_blind_reading_comment_id'))

    op.drop_table('blind_reading')
    op.drop_table('coder_release')
    op.drop_table('triage_settings')
    op.drop_table('shortcut_keys')
    op.drop_table('share_estimate')
    op.drop_table('learned_coder')
    op.drop_table('coder_review')
