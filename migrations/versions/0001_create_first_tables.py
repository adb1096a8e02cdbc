"""Create the tables of the first release"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0001'
down_revision = None


def upgrade() -> None:
    op.create_table('coding_frame_version',
    sa.Column('version', sa.String(length=40), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.PrimaryKeyConstraint('version', name=op.f('pk_coding_frame_version')),
    sa.UniqueConstraint('sequence', name=op.f('uq_coding_frame_version_sequence'))
    )
    op.create_table('outbox_message',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('payload', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('status', sa.Enum('pending', 'dead', name='outboxstatus', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_error', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox_message')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('outbox_message', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_message_status_due_at', ['status', 'due_at'], unique=False)

    op.create_table('region',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('languages', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('email', sa.String(length=120), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('brand_colour', sa.String(length=7), nullable=False),
    sa.Column('made_up', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_region')),
    sa.UniqueConstraint('code', name=op.f('uq_region_code'))
    )
    op.create_table('service_type',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('names', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('family', sa.String(length=20), nullable=False),
    sa.Column('section', sa.String(length=10), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_service_type'))
    )
    op.create_table('sign_in_failure',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_hash', sa.String(length=64), nullable=False),
    sa.Column('address_hash', sa.String(length=64), nullable=False),
    sa.Column('failed_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_failure'))
    )
    with op.batch_alter_table('sign_in_failure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_failure_account_hash'), ['account_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_failure_address_hash'), ['address_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_failure_failed_at'), ['failed_at'], unique=False)

    op.create_table('staff_member',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('email', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=False),
    sa.Column('session_epoch', sa.Integer(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_member')),
    sa.UniqueConstraint('email', name=op.f('uq_staff_member_email'))
    )
    op.create_table('target_group',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('names', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_target_group'))
    )
    op.create_table('audit_event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=True),
    sa.Column('region_id', sa.Uuid(), nullable=True),
    sa.Column('action', sa.String(length=60), nullable=False),
    sa.Column('object_type', sa.String(length=40), nullable=False),
    sa.Column('object_id', sa.String(length=80), nullable=False),
    sa.Column('detail', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_audit_event_region_id_region')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_audit_event_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_event'))
    )
    with op.batch_alter_table('audit_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_event_happened_at'), ['happened_at'], unique=False)

    op.create_table('provider',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('legal_form', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_provider_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provider')),
    sa.UniqueConstraint('region_id', 'code', name=op.f('uq_provider_region_id_code'))
    )
    with op.batch_alter_table('provider', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_provider_region_id'), ['region_id'], unique=False)

    op.create_table('questionnaire',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=60), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_questionnaire_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire')),
    sa.UniqueConstraint('region_id', 'code', name=op.f('uq_questionnaire_region_id_code'))
    )
    with op.batch_alter_table('questionnaire', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_questionnaire_region_id'), ['region_id'], unique=False)

    op.create_table('territory',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('names', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('population', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_territory_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_territory')),
    sa.UniqueConstraint('region_id', 'code', name=op.f('uq_territory_region_id_code'))
    )
    with op.batch_alter_table('territory', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_territory_region_id'), ['region_id'], unique=False)

    op.create_table('questionnaire_version',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('questionnaire_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['questionnaire_id'], ['questionnaire.id'], name=op.f('fk_questionnaire_version_questionnaire_id_questionnaire')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_version')),
    sa.UniqueConstraint('questionnaire_id', 'version', name=op.f('uq_questionnaire_version_questionnaire_id_version'))
    )
    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_questionnaire_version_questionnaire_id'), ['questionnaire_id'], unique=False)

    op.create_table('role_assignment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('staff_member_id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.Enum('coordinator', 'methodologist', 'provider', 'councillor', 'clerk', 'administrator', name='role', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('provider_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_role_assignment_provider_id_provider')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_role_assignment_region_id_region')),
    sa.ForeignKeyConstraint(['staff_member_id'], ['staff_member.id'], name=op.f('fk_role_assignment_staff_member_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_assignment')),
    sa.UniqueConstraint('staff_member_id', 'region_id', 'role', name=op.f('uq_role_assignment_staff_member_id_region_id_role'))
    )
    with op.batch_alter_table('role_assignment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_role_assignment_staff_member_id'), ['staff_member_id'], unique=False)

    op.create_table('social_service',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('provider_id', sa.Uuid(), nullable=False),
    sa.Column('service_code', sa.String(length=40), nullable=False),
    sa.Column('service_type_code', sa.String(length=40), nullable=False),
    sa.Column('names', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('forms', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('target_groups', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=True),
    sa.Column('capacity_unit', sa.String(length=40), nullable=False),
    sa.Column('users_per_year', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_social_service_provider_id_provider')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_social_service_region_id_region')),
    sa.ForeignKeyConstraint(['service_type_code'], ['service_type.code'], name=op.f('fk_social_service_service_type_code_service_type')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_social_service')),
    sa.UniqueConstraint('region_id', 'service_code', name=op.f('uq_social_service_region_id_service_code'))
    )
    with op.batch_alter_table('social_service', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_social_service_region_id'), ['region_id'], unique=False)

    op.create_table('funding',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('service_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('amount_czk', sa.Numeric(precision=14, scale=2), nullable=False),
    sa.ForeignKeyConstraint(['service_id'], ['social_service.id'], name=op.f('fk_funding_service_id_social_service')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_funding')),
    sa.UniqueConstraint('service_id', 'year', 'source', name=op.f('uq_funding_service_id_year_source'))
    )
    with op.batch_alter_table('funding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_funding_service_id'), ['service_id'], unique=False)

    op.create_table('wave',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('questionnaire_version_id', sa.Uuid(), nullable=False),
    sa.Column('wave_code', sa.String(length=60), nullable=False),
    sa.Column('announced_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opens_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('grace_minutes', sa.Integer(), nullable=False),
    sa.Column('results_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_up', sa.Boolean(), nullable=False),
    sa.CheckConstraint('announced_at <= opens_at AND opens_at < closes_at', name=op.f('ck_wave_window')),
    sa.CheckConstraint('grace_minutes BETWEEN 0 AND 1440', name=op.f('ck_wave_grace')),
    sa.ForeignKeyConstraint(['questionnaire_version_id'], ['questionnaire_version.id'], name=op.f('fk_wave_questionnaire_version_id_questionnaire_version')),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_wave_region_id_region')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wave')),
    sa.UniqueConstraint('wave_code', name=op.f('uq_wave_wave_code'))
    )
    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wave_region_id'), ['region_id'], unique=False)

    op.create_table('index_snapshot',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('method_version', sa.String(length=20), nullable=False),
    sa.Column('inputs_hash', sa.String(length=64), nullable=False),
    sa.Column('document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('public_document', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('state', sa.Enum('draft', 'published', 'superseded', name='snapshotstate', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('computed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['published_by_id'], ['staff_member.id'], name=op.f('fk_index_snapshot_published_by_id_staff_member')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_index_snapshot_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_index_snapshot')),
    sa.UniqueConstraint('wave_id', 'method_version', 'inputs_hash', name=op.f('uq_index_snapshot_wave_id_method_version_inputs_hash'))
    )
    with op.batch_alter_table('index_snapshot', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_index_snapshot_wave_id'), ['wave_id'], unique=False)

    op.create_table('partial_response',
    sa.Column('lookup_hash', sa.String(length=64), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_partial_response_wave_id_wave')),
    sa.PrimaryKeyConstraint('lookup_hash', name=op.f('pk_partial_response')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('partial_response', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_partial_response_expires_on'), ['expires_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_partial_response_wave_id'), ['wave_id'], unique=False)

    op.create_table('response',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=False),
    sa.Column('questionnaire_version_id', sa.Uuid(), nullable=False),
    sa.Column('mode', sa.Enum('web', 'paper', 'interview', 'phone', 'kiosk', 'meeting', name='mode', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('language', sa.String(length=16), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('late', sa.Boolean(), nullable=False),
    sa.Column('answers', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('submission_hash', sa.String(length=64), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['questionnaire_version_id'], ['questionnaire_version.id'], name=op.f('fk_response_questionnaire_version_id_questionnaire_version')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_response_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_response')),
    sa.UniqueConstraint('submission_hash', name=op.f('uq_response_submission_hash')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_response_wave_id'), ['wave_id'], unique=False)

    op.create_table('comment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('region_id', sa.Uuid(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=True),
    sa.Column('response_id', sa.Uuid(), nullable=True),
    sa.Column('item_code', sa.String(length=64), nullable=False),
    sa.Column('service_code', sa.String(length=40), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('language', sa.String(length=16), nullable=False),
    sa.Column('source', sa.Enum('questionnaire', 'feedback_form', name='source', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('mode', sa.Enum('web', 'paper', 'interview', 'phone', 'kiosk', 'meeting', name='mode', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('contact_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('receipt_hash', sa.String(length=64), nullable=False),
    sa.Column('submission_hash', sa.String(length=64), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_comment_region_id_region')),
    sa.ForeignKeyConstraint(['response_id'], ['response.id'], name=op.f('fk_comment_response_id_response')),
    sa.ForeignKeyConstraint(['wave_id'], ['wave.id'], name=op.f('fk_comment_wave_id_wave')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sa.UniqueConstraint('submission_hash', 'item_code', name=op.f('uq_comment_submission_hash_item_code')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_comment_receipt_hash'), ['receipt_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_region_id'), ['region_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_response_id'), ['response_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_wave_id'), ['wave_id'], unique=False)

    op.create_table('classification',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('model_version', sa.String(length=60), nullable=False),
    sa.Column('coding_frame_version', sa.String(length=40), nullable=False),
    sa.Column('relevance', sa.Double(), nullable=True),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('abstained', sa.Boolean(), nullable=False),
    sa.Column('coding', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('classified_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['coding_frame_version'], ['coding_frame_version.version'], name=op.f('fk_classification_coding_frame_version_coding_frame_version')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_classification_comment_id_comment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_classification')),
    sa.UniqueConstraint('comment_id', 'model_version', 'coding_frame_version', name=op.f('uq_classification_comment_id_model_version_coding_frame_version')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('classification', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_classification_comment_id'), ['comment_id'], unique=False)

    op.create_table('triage_decision',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('comment_id', sa.Uuid(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.Enum('relevant', 'irrelevant', name='verdict', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('irrelevance_reason', sa.Enum('other_department', 'state_authority', 'health_care', 'outside_territory', 'individual_case', 'no_content', 'advertising', 'abusive', 'not_understood', name='irrelevancereason', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('target_groups', sa.JSON().with_variant(postgresql.JSONB(), 'postgresql'), nullable=False),
    sa.Column('kind', sa.Enum('praise', 'complaint', 'suggestion', 'question', name='commentkind', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(verdict = 'irrelevant') = (irrelevance_reason IS NOT NULL) OR verdict IS NULL", name=op.f('ck_triage_decision_reason')),
    sa.CheckConstraint("verdict IS NULL OR verdict <> 'relevant' OR kind IS NOT NULL", name=op.f('ck_triage_decision_kind')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_triage_decision_comment_id_comment')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['staff_member.id'], name=op.f('fk_triage_decision_decided_by_id_staff_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_triage_decision')),
    sa.UniqueConstraint('comment_id', 'sequence', name=op.f('uq_triage_decision_comment_id_sequence'))
    )
    with op.batch_alter_table('triage_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_triage_decision_comment_id'), ['comment_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('triage_decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_triage_decision_comment_id'))

    op.drop_table('triage_decision')
    with op.batch_alter_table('classification', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_classification_comment_id'))

    op.drop_table('classification')
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_comment_wave_id'))
        batch_op.drop_index(batch_op.f('ix_comment_response_id'))
        batch_op.drop_index(batch_op.f('ix_comment_region_id'))
        batch_op.drop_index(batch_op.f('ix_comment_receipt_hash'))

    op.drop_table('comment')
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_response_wave_id'))

    op.drop_table('response')
    with op.batch_alter_table('partial_response', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_partial_response_wave_id'))
        batch_op.drop_index(batch_op.f('ix_partial_response_expires_on'))

    op.drop_table('partial_response')
    with op.batch_alter_table('index_snapshot', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_index_snapshot_wave_id'))

    op.drop_table('index_snapshot')
    with op.batch_alter_table('wave', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_wave_region_id'))

    op.drop_table('wave')
    with op.batch_alter_table('funding', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_funding_service_id'))

    op.drop_table('funding')
    with op.batch_alter_table('social_service', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_social_service_region_id'))

    op.drop_table('social_service')
    with op.batch_alter_table('role_assignment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_role_assignment_staff_member_id'))

    op.drop_table('role_assignment')
    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_questionnaire_version_questionnaire_id'))

    op.drop_table('questionnaire_version')
    with op.batch_alter_table('territory', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_territory_region_id'))

    op.drop_table('territory')
    with op.batch_alter_table('questionnaire', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_questionnaire_region_id'))

    op.drop_table('questionnaire')
    with op.batch_alter_table('provider', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_provider_region_id'))

    op.drop_table('provider')
    with op.batch_alter_table('audit_event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_audit_event_happened_at'))

    op.drop_table('audit_event')
    op.drop_table('target_group')
    op.drop_table('staff_member')
    with op.batch_alter_table('sign_in_failure', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_failure_failed_at'))
        batch_op.drop_index(batch_op.f('ix_sign_in_failure_address_hash'))
        batch_op.drop_index(batch_op.f('ix_sign_in_failure_account_hash'))

    op.drop_table('sign_in_failure')
    op.drop_table('service_type')
    op.drop_table('region')
    with op.batch_alter_table('outbox_message', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_message_status_due_at')

    op.drop_table('outbox_message')
    op.drop_table('coding_frame_version')
