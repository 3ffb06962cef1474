CREATE TABLE "attachment_chunks" (
	"org_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "attachment_chunks_org_id_attachment_id_n_pk" PRIMARY KEY("org_id","attachment_id","n")
);
--> statement-breakpoint
CREATE TABLE "change_attachments" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"name" text NOT NULL,
	"original_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"verdict" text NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_by_name" text NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by_name" text DEFAULT '' NOT NULL,
	"remove_reason" text DEFAULT '' NOT NULL,
	"disposed_at" timestamp with time zone,
	CONSTRAINT "change_attachments_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_conditions" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"before" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"proof" text DEFAULT '' NOT NULL,
	"proof_attachment_id" uuid,
	"proved_at" timestamp with time zone,
	"proved_by" uuid,
	"proved_by_name" text DEFAULT '' NOT NULL,
	"met_at" timestamp with time zone,
	"met_by" uuid,
	"met_by_name" text DEFAULT '' NOT NULL,
	"sent_back_reason" text DEFAULT '' NOT NULL,
	"sent_back_by_name" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_conditions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "change_conditions_met_by_another" CHECK (met_by is null or met_by <> proved_by),
	CONSTRAINT "change_conditions_met_with_proof" CHECK (status <> 'met' or (proof <> '' and met_by is not null))
);
--> statement-breakpoint
CREATE TABLE "change_plans" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"timing" text DEFAULT '' NOT NULL,
	"steps" text DEFAULT '' NOT NULL,
	"version_after" text DEFAULT '' NOT NULL,
	"back_out" text DEFAULT '' NOT NULL,
	"success" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "change_plans_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "emergencies" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_by_name" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_by_name" text DEFAULT '' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"sign_by" timestamp with time zone,
	"round_id" uuid,
	"regularised_at" timestamp with time zone,
	"overdue_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdraw_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "emergencies_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "emergencies_two_people" CHECK (confirmed_by is null or confirmed_by <> declared_by),
	CONSTRAINT "emergencies_confirmed_whole" CHECK ((confirmed_by is null) = (sign_by is null))
);
--> statement-breakpoint
CREATE TABLE "implementations" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"version_before" text DEFAULT '' NOT NULL,
	"version_after" text DEFAULT '' NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"done_by" uuid NOT NULL,
	"done_by_name" text NOT NULL,
	"test" text NOT NULL,
	"test_note" text DEFAULT '' NOT NULL,
	"roll_back" text DEFAULT '' NOT NULL,
	"deviation" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "implementations_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_checks" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"because" text DEFAULT '' NOT NULL,
	"done_on" date,
	"attachment_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "plan_checks_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "plan_checks_reason" CHECK (state = 'passed' or because <> '')
);
--> statement-breakpoint
CREATE TABLE "standard_changes" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"model_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"actor" text NOT NULL,
	"change_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"basis_sha256" text NOT NULL,
	"valid_until" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by_name" text DEFAULT '' NOT NULL,
	"retire_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "standard_changes_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "standard_uses" (
	"org_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"standard_id" uuid NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_by_name" text NOT NULL,
	CONSTRAINT "standard_uses_org_id_change_id_pk" PRIMARY KEY("org_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"comparison" text NOT NULL,
	"verified_by" uuid NOT NULL,
	"verified_by_name" text NOT NULL,
	"verified_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signature_id" uuid,
	CONSTRAINT "verifications_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"org_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"at" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_checkpoints_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "disposals" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"object_ref" text NOT NULL,
	"retention_class" text NOT NULL,
	"due_on" date NOT NULL,
	"because" text NOT NULL,
	"stub" jsonb NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_by_name" text DEFAULT '' NOT NULL,
	"refused_at" timestamp with time zone,
	"refuse_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "disposals_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "disposals_two_people" CHECK (approved_by is null or approved_by <> proposed_by)
);
--> statement-breakpoint
CREATE TABLE "evidence_pack_chunks" (
	"org_id" uuid NOT NULL,
	"pack_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "evidence_pack_chunks_org_id_pack_id_n_pk" PRIMARY KEY("org_id","pack_id","n")
);
--> statement-breakpoint
CREATE TABLE "evidence_packs" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"scope" text NOT NULL,
	"scope_id" uuid,
	"title" text NOT NULL,
	"from_day" date,
	"to_day" date,
	"cut_seq" integer NOT NULL,
	"cut_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"step" text DEFAULT '' NOT NULL,
	"completeness" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"material" text DEFAULT '' NOT NULL,
	"size" bigint,
	"sha256" text,
	"failure" text DEFAULT '' NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"ready_at" timestamp with time zone,
	CONSTRAINT "evidence_packs_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "evidence_packs_ready_whole" CHECK ((status = 'ready') = (sha256 is not null))
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"object_ref" text NOT NULL,
	"reason" text NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"placed_by_name" text NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by_name" text DEFAULT '' NOT NULL,
	"lift_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "legal_holds_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "trail_reviews" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer NOT NULL,
	"to_hash" text NOT NULL,
	"chain_held" text NOT NULL,
	"looked_at" text NOT NULL,
	"findings" text NOT NULL,
	"outcome" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"reviewer_name" text NOT NULL,
	"reviewer_role" text NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"method" text NOT NULL,
	"payload" text NOT NULL,
	"payload_sha256" text NOT NULL,
	CONSTRAINT "trail_reviews_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "trail_reviews_way" CHECK (to_seq >= from_seq)
);
--> statement-breakpoint
CREATE TABLE "auth_challenges" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"challenge" text NOT NULL,
	"binds" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"code_sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_user_id_code_sha256_pk" PRIMARY KEY("user_id","code_sha256")
);
--> statement-breakpoint
CREATE TABLE "totp_factors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"locked" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hazards" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"cause" text DEFAULT '' NOT NULL,
	"effect" text DEFAULT '' NOT NULL,
	"existing_controls" text DEFAULT '' NOT NULL,
	"before_consequence" integer,
	"before_likelihood" integer,
	"further_controls" text DEFAULT '' NOT NULL,
	"after_consequence" integer,
	"after_likelihood" integer,
	"status" text DEFAULT 'open' NOT NULL,
	"owner_name" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "hazards_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "hazards_scale" CHECK ((before_consequence is null) = (before_likelihood is null) and (after_consequence is null) = (after_likelihood is null)
        and coalesce(before_consequence, 1) between 1 and 5 and coalesce(before_likelihood, 1) between 1 and 5
        and coalesce(after_consequence, 1) between 1 and 5 and coalesce(after_likelihood, 1) between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "reportability_triages" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"aware_on" date NOT NULL,
	"clocks" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"decider_id" uuid NOT NULL,
	"decider_name" text NOT NULL,
	"decision" text,
	"decision_reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"report_reference" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "reportability_triages_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "risk_acceptances" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"what" text NOT NULL,
	"because" text NOT NULL,
	"ratings" jsonb NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_by_name" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"method" text NOT NULL,
	"payload" text NOT NULL,
	"payload_sha256" text NOT NULL,
	"review_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"renews" uuid,
	"ended_at" timestamp with time zone,
	"ended_reason" text DEFAULT '' NOT NULL,
	"ended_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "risk_acceptances_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "risk_acceptances_way_of_time" CHECK (review_on <= expires_on)
);
--> statement-breakpoint
CREATE TABLE "risk_ratings" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"axis" text NOT NULL,
	"moment" text NOT NULL,
	"consequence" integer NOT NULL,
	"likelihood" integer NOT NULL,
	"because" text NOT NULL,
	"rated_by" uuid NOT NULL,
	"rated_by_name" text NOT NULL,
	"rated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "risk_ratings_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "risk_ratings_scale" CHECK (consequence between 1 and 5 and likelihood between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "accountability_acceptances" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text_sha256" text NOT NULL,
	"printed_name" text NOT NULL,
	"accepted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accountability_acceptances_org_id_person_id_number_pk" PRIMARY KEY("org_id","person_id","number")
);
--> statement-breakpoint
CREATE TABLE "accountability_texts" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	CONSTRAINT "accountability_texts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_looks" (
	"org_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"snapshot_id" uuid,
	"looked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "change_looks_org_id_change_id_user_id_pk" PRIMARY KEY("org_id","change_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "change_snapshots" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" text NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_by" uuid,
	"taken_by_name" text NOT NULL,
	CONSTRAINT "change_snapshots_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"principal_id" uuid NOT NULL,
	"principal_name" text NOT NULL,
	"delegate_id" uuid NOT NULL,
	"delegate_name" text NOT NULL,
	"role" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by_name" text DEFAULT '' NOT NULL,
	"revoke_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "delegations_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "delegations_to_another" CHECK (principal_id <> delegate_id),
	CONSTRAINT "delegations_way_of_time" CHECK (ends_on >= starts_on)
);
--> statement-breakpoint
CREATE TABLE "derived_confirmations" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"because" text NOT NULL,
	"basis_sha256" text NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_by_name" text NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "derived_confirmations_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "dissents" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"party" text NOT NULL,
	"voice_of" text DEFAULT '' NOT NULL,
	"opinion" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"printed_name" text NOT NULL,
	"role" text NOT NULL,
	"method" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"payload" text NOT NULL,
	"payload_sha256" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_by_name" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"taken_back" timestamp with time zone,
	CONSTRAINT "dissents_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "dissents_answered_by_another" CHECK (answered_by is null or answered_by <> signer_id),
	CONSTRAINT "dissents_answer_whole" CHECK ((answered_at is null) = (answered_by is null))
);
--> statement-breakpoint
CREATE TABLE "role_exceptions" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"slots" text[] NOT NULL,
	"reason" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_by_name" text NOT NULL,
	"signed_role" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"method" text NOT NULL,
	"payload" text NOT NULL,
	"payload_sha256" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by_name" text DEFAULT '' NOT NULL,
	"revoke_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "role_exceptions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "role_exceptions_signed_by_another" CHECK (signed_by <> person_id),
	CONSTRAINT "role_exceptions_way_of_time" CHECK (ends_on >= starts_on),
	CONSTRAINT "role_exceptions_two_places" CHECK (cardinality(slots) >= 2)
);
--> statement-breakpoint
CREATE TABLE "sign_off_policies" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	CONSTRAINT "sign_off_policies_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_off_rounds" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"purpose" text NOT NULL,
	"option" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"policy_number" integer NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" uuid,
	"opened_by_name" text NOT NULL,
	"decided_snapshot_id" uuid,
	"decided_at" timestamp with time zone,
	"expires_on" date,
	"ended_at" timestamp with time zone,
	"ended_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "sign_off_rounds_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "sign_off_rounds_approval_expires" CHECK (status <> 'approved' or (expires_on is not null and decided_at is not null))
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"meaning" text NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"snapshot_sha256" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"printed_name" text NOT NULL,
	"role" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"delegation_id" uuid,
	"on_behalf_of" uuid,
	"on_behalf_words" text DEFAULT '' NOT NULL,
	"exception_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"method" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"shown" jsonb NOT NULL,
	"payload" text NOT NULL,
	"payload_sha256" text NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_because" jsonb,
	CONSTRAINT "signatures_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "signatures_void_says_why" CHECK ((voided_at is null) = (voided_because is null)),
	CONSTRAINT "signatures_delegation_names_both" CHECK ((delegation_id is null) = (on_behalf_of is null))
);
--> statement-breakpoint
CREATE TABLE "training_records" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"completed_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"evidence" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdraw_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "training_records_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "training_records_recorded_by_another" CHECK (recorded_by <> person_id),
	CONSTRAINT "training_records_way_of_time" CHECK (expires_on >= completed_on)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "digest" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "digest_sent_on" date;--> statement-breakpoint
ALTER TABLE "attachment_chunks" ADD CONSTRAINT "attachment_chunks_org_id_attachment_id_change_attachments_org_id_id_fk" FOREIGN KEY ("org_id","attachment_id") REFERENCES "public"."change_attachments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_attachments" ADD CONSTRAINT "change_attachments_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_conditions" ADD CONSTRAINT "change_conditions_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_conditions" ADD CONSTRAINT "change_conditions_org_id_signature_id_signatures_org_id_id_fk" FOREIGN KEY ("org_id","signature_id") REFERENCES "public"."signatures"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_conditions" ADD CONSTRAINT "change_conditions_org_id_owner_id_users_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_conditions" ADD CONSTRAINT "change_conditions_org_id_proof_attachment_id_change_attachments_org_id_id_fk" FOREIGN KEY ("org_id","proof_attachment_id") REFERENCES "public"."change_attachments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_plans" ADD CONSTRAINT "change_plans_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_org_id_round_id_sign_off_rounds_org_id_id_fk" FOREIGN KEY ("org_id","round_id") REFERENCES "public"."sign_off_rounds"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "implementations" ADD CONSTRAINT "implementations_org_id_unit_id_units_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_checks" ADD CONSTRAINT "plan_checks_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_checks" ADD CONSTRAINT "plan_checks_org_id_attachment_id_change_attachments_org_id_id_fk" FOREIGN KEY ("org_id","attachment_id") REFERENCES "public"."change_attachments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_changes" ADD CONSTRAINT "standard_changes_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_changes" ADD CONSTRAINT "standard_changes_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_changes" ADD CONSTRAINT "standard_changes_org_id_round_id_sign_off_rounds_org_id_id_fk" FOREIGN KEY ("org_id","round_id") REFERENCES "public"."sign_off_rounds"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_uses" ADD CONSTRAINT "standard_uses_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_uses" ADD CONSTRAINT "standard_uses_org_id_standard_id_standard_changes_org_id_id_fk" FOREIGN KEY ("org_id","standard_id") REFERENCES "public"."standard_changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_org_id_signature_id_signatures_org_id_id_fk" FOREIGN KEY ("org_id","signature_id") REFERENCES "public"."signatures"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_checkpoints" ADD CONSTRAINT "audit_checkpoints_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disposals" ADD CONSTRAINT "disposals_org_id_proposed_by_users_org_id_id_fk" FOREIGN KEY ("org_id","proposed_by") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_pack_chunks" ADD CONSTRAINT "evidence_pack_chunks_org_id_pack_id_evidence_packs_org_id_id_fk" FOREIGN KEY ("org_id","pack_id") REFERENCES "public"."evidence_packs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_packs" ADD CONSTRAINT "evidence_packs_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_reviews" ADD CONSTRAINT "trail_reviews_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_challenges" ADD CONSTRAINT "auth_challenges_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reportability_triages" ADD CONSTRAINT "reportability_triages_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_acceptances" ADD CONSTRAINT "risk_acceptances_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_ratings" ADD CONSTRAINT "risk_ratings_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accountability_acceptances" ADD CONSTRAINT "accountability_acceptances_org_id_person_id_users_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accountability_texts" ADD CONSTRAINT "accountability_texts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_looks" ADD CONSTRAINT "change_looks_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_looks" ADD CONSTRAINT "change_looks_org_id_user_id_users_org_id_id_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_looks" ADD CONSTRAINT "change_looks_org_id_snapshot_id_change_snapshots_org_id_id_fk" FOREIGN KEY ("org_id","snapshot_id") REFERENCES "public"."change_snapshots"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_snapshots" ADD CONSTRAINT "change_snapshots_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_org_id_principal_id_users_org_id_id_fk" FOREIGN KEY ("org_id","principal_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_org_id_delegate_id_users_org_id_id_fk" FOREIGN KEY ("org_id","delegate_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "derived_confirmations" ADD CONSTRAINT "derived_confirmations_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissents" ADD CONSTRAINT "dissents_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_exceptions" ADD CONSTRAINT "role_exceptions_org_id_person_id_users_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_exceptions" ADD CONSTRAINT "role_exceptions_org_id_signed_by_users_org_id_id_fk" FOREIGN KEY ("org_id","signed_by") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_policies" ADD CONSTRAINT "sign_off_policies_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_rounds" ADD CONSTRAINT "sign_off_rounds_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_rounds" ADD CONSTRAINT "sign_off_rounds_org_id_decided_snapshot_id_change_snapshots_org_id_id_fk" FOREIGN KEY ("org_id","decided_snapshot_id") REFERENCES "public"."change_snapshots"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_round_id_sign_off_rounds_org_id_id_fk" FOREIGN KEY ("org_id","round_id") REFERENCES "public"."sign_off_rounds"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_snapshot_id_change_snapshots_org_id_id_fk" FOREIGN KEY ("org_id","snapshot_id") REFERENCES "public"."change_snapshots"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_signer_id_users_org_id_id_fk" FOREIGN KEY ("org_id","signer_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_delegation_id_delegations_org_id_id_fk" FOREIGN KEY ("org_id","delegation_id") REFERENCES "public"."delegations"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_exception_id_role_exceptions_org_id_id_fk" FOREIGN KEY ("org_id","exception_id") REFERENCES "public"."role_exceptions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_org_id_person_id_users_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."users"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_attachments_by_change" ON "change_attachments" USING btree ("org_id","change_id","uploaded_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "change_conditions_number_once" ON "change_conditions" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE INDEX "change_conditions_waiting" ON "change_conditions" USING btree ("org_id","owner_id","due_on","id") WHERE status in ('open', 'proved');--> statement-breakpoint
CREATE UNIQUE INDEX "change_plans_one" ON "change_plans" USING btree ("org_id","change_id");--> statement-breakpoint
CREATE UNIQUE INDEX "emergencies_one" ON "emergencies" USING btree ("org_id","change_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "emergencies_running" ON "emergencies" USING btree ("org_id","sign_by","id") WHERE regularised_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "implementations_one_current" ON "implementations" USING btree ("org_id","change_id","unit_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "implementations_by_unit" ON "implementations" USING btree ("org_id","unit_id","done_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_checks_one_current" ON "plan_checks" USING btree ("org_id","change_id","key") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "standard_changes_number_once" ON "standard_changes" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "standard_changes_by_model" ON "standard_changes" USING btree ("org_id","model_id","id");--> statement-breakpoint
CREATE INDEX "standard_uses_by_standard" ON "standard_uses" USING btree ("org_id","standard_id","change_id");--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_number_once" ON "verifications" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "disposals_number_once" ON "disposals" USING btree ("org_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "disposals_one_waiting" ON "disposals" USING btree ("org_id","object_type","object_id") WHERE approved_at is null and refused_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_packs_number_once" ON "evidence_packs" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "evidence_packs_by_scope" ON "evidence_packs" USING btree ("org_id","scope","scope_id","requested_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_holds_one" ON "legal_holds" USING btree ("org_id","object_type","object_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "trail_reviews_number_once" ON "trail_reviews" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "auth_challenges_by_user" ON "auth_challenges" USING btree ("user_id","expires_at");--> statement-breakpoint
CREATE INDEX "passkeys_by_user" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hazards_number_once" ON "hazards" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "reportability_triages_number_once" ON "reportability_triages" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE INDEX "reportability_triages_waiting" ON "reportability_triages" USING btree ("org_id","decider_id","id") WHERE decision is null;--> statement-breakpoint
CREATE UNIQUE INDEX "risk_acceptances_number_once" ON "risk_acceptances" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE INDEX "risk_acceptances_in_force" ON "risk_acceptances" USING btree ("org_id","expires_on","id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "risk_ratings_one_current" ON "risk_ratings" USING btree ("org_id","change_id","axis","moment") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "accountability_texts_number_once" ON "accountability_texts" USING btree ("org_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "change_snapshots_number_once" ON "change_snapshots" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "change_snapshots_content_once" ON "change_snapshots" USING btree ("org_id","change_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "delegations_number_once" ON "delegations" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "delegations_by_delegate" ON "delegations" USING btree ("org_id","delegate_id","ends_on");--> statement-breakpoint
CREATE INDEX "delegations_by_principal" ON "delegations" USING btree ("org_id","principal_id","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "derived_confirmations_once" ON "derived_confirmations" USING btree ("org_id","change_id","basis_sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "dissents_number_once" ON "dissents" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE INDEX "dissents_open" ON "dissents" USING btree ("org_id","change_id") WHERE answered_at is null and taken_back is null;--> statement-breakpoint
CREATE UNIQUE INDEX "role_exceptions_number_once" ON "role_exceptions" USING btree ("org_id","number");--> statement-breakpoint
CREATE INDEX "role_exceptions_by_person" ON "role_exceptions" USING btree ("org_id","person_id","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_policies_number_once" ON "sign_off_policies" USING btree ("org_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_rounds_number_once" ON "sign_off_rounds" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_rounds_one_open" ON "sign_off_rounds" USING btree ("org_id","change_id") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_rounds_one_approved" ON "sign_off_rounds" USING btree ("org_id","change_id") WHERE status = 'approved';--> statement-breakpoint
CREATE INDEX "sign_off_rounds_expiring" ON "sign_off_rounds" USING btree ("org_id","expires_on","id") WHERE status = 'approved';--> statement-breakpoint
CREATE INDEX "sign_off_rounds_open" ON "sign_off_rounds" USING btree ("org_id","opened_at","id") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_one_a_place" ON "signatures" USING btree ("org_id","round_id","slot") WHERE voided_at is null and slot <> 'witness';--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_payload_once" ON "signatures" USING btree ("org_id","payload_sha256");--> statement-breakpoint
CREATE INDEX "signatures_by_change" ON "signatures" USING btree ("org_id","change_id","signed_at","id");--> statement-breakpoint
CREATE INDEX "signatures_by_signer" ON "signatures" USING btree ("org_id","signer_id","signed_at","id");--> statement-breakpoint
CREATE INDEX "signatures_by_delegation" ON "signatures" USING btree ("org_id","delegation_id","id") WHERE delegation_id is not null;--> statement-breakpoint
CREATE INDEX "signatures_by_exception" ON "signatures" USING btree ("org_id","exception_id","id") WHERE exception_id is not null;--> statement-breakpoint
CREATE INDEX "signatures_fallen" ON "signatures" USING btree ("org_id","signer_id","voided_at","id") WHERE voided_at is not null;--> statement-breakpoint
CREATE INDEX "signatures_live" ON "signatures" USING btree ("org_id","change_id") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "training_records_by_person" ON "training_records" USING btree ("org_id","person_id","course","expires_on");