CREATE TABLE "campaigns" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"vulnerabilities" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "campaigns_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "clock_pauses" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"letter_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "clock_pauses_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "clock_policies" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"supplier_id" uuid,
	"severity" text DEFAULT '' NOT NULL,
	"acknowledge_days" integer NOT NULL,
	"acknowledge_unit" text NOT NULL,
	"position_days" integer NOT NULL,
	"position_unit" text NOT NULL,
	"fix_days" integer NOT NULL,
	"fix_unit" text NOT NULL,
	"reminder_offsets" integer[] NOT NULL,
	"escalate_after" integer,
	"calendar" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "clock_policies_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "ladder_steps" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"letter_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"step" text NOT NULL,
	"kind" text NOT NULL,
	"planned_on" date NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"done_at" timestamp with time zone,
	"produced_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "ladder_steps_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_changes" (
	"org_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"assessment_id" uuid,
	CONSTRAINT "letter_changes_org_id_letter_id_change_id_pk" PRIMARY KEY("org_id","letter_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "letter_clocks" (
	"org_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"starts_on" date NOT NULL,
	"days" integer NOT NULL,
	"unit" text NOT NULL,
	"calendar" text NOT NULL,
	"first_due" date NOT NULL,
	"due_on" date NOT NULL,
	"origin" text NOT NULL,
	"met_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"stop_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "letter_clocks_org_id_letter_id_stage_pk" PRIMARY KEY("org_id","letter_id","stage")
);
--> statement-breakpoint
CREATE TABLE "letter_deliveries" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"letter_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"message_id" uuid,
	"sent_on" date,
	"proof" text DEFAULT '' NOT NULL,
	"delivered_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	"bounce_reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	CONSTRAINT "letter_deliveries_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_models" (
	"org_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"units" integer,
	CONSTRAINT "letter_models_org_id_letter_id_model_id_pk" PRIMARY KEY("org_id","letter_id","model_id")
);
--> statement-breakpoint
CREATE TABLE "letter_questions" (
	"org_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"choices" jsonb NOT NULL,
	"facts" text[] DEFAULT '{}' NOT NULL,
	"cves" text[] DEFAULT '{}' NOT NULL,
	"deciding" boolean NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "letter_questions_org_id_letter_id_version_number_number_pk" PRIMARY KEY("org_id","letter_id","version_number","number")
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	CONSTRAINT "letter_templates_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_versions" (
	"org_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"what_changed" text DEFAULT '' NOT NULL,
	"model" jsonb NOT NULL,
	"form" jsonb,
	"template_number" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"authors" uuid[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_by_name" text DEFAULT '' NOT NULL,
	"approved_sha256" text,
	"issued_at" timestamp with time zone,
	"pages" integer,
	"sha256" text,
	"bytes" "bytea",
	"seal" text DEFAULT 'none' NOT NULL,
	"sealed_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "letter_versions_org_id_letter_id_number_pk" PRIMARY KEY("org_id","letter_id","number"),
	CONSTRAINT "letter_versions_not_the_author" CHECK (approved_by is null or not (approved_by = any (authors))),
	CONSTRAINT "letter_versions_issued_whole" CHECK ((status = 'issued') = (bytes is not null and sha256 is not null and issued_at is not null))
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"change_id" uuid,
	"campaign_id" uuid,
	"follows_id" uuid,
	"supplier_id" uuid NOT NULL,
	"contact_id" uuid,
	"supplier_name" text NOT NULL,
	"recipient_name" text DEFAULT '' NOT NULL,
	"recipient_email" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"severity" text DEFAULT 'not_rated' NOT NULL,
	"current_number" integer DEFAULT 1 NOT NULL,
	"author_name" text NOT NULL,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"questions_asked" integer DEFAULT 0 NOT NULL,
	"questions_open" integer DEFAULT 0 NOT NULL,
	"next_due" date,
	"next_due_key" date GENERATED ALWAYS AS (coalesce(next_due, 'infinity'::date)) STORED,
	"search_key" text GENERATED ALWAYS AS (lower(reference || ' ' || left(supplier_name, 200) || ' ' || left(subject, 500) || ' ' || kind)) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "letters_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_messages" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"letter_id" uuid,
	"purpose" text NOT NULL,
	"once_key" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text DEFAULT '' NOT NULL,
	"reply_to" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"version_number" integer,
	"reply_link_id" uuid,
	"message_header" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	CONSTRAINT "mail_messages_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "seal_certificates" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"subject" text NOT NULL,
	"issuer" text NOT NULL,
	"serial" text NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"not_after" timestamp with time zone NOT NULL,
	"fingerprint" text NOT NULL,
	"locked" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "seal_certificates_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "claim_changes" (
	"org_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"statement_id" uuid,
	CONSTRAINT "claim_changes_org_id_claim_id_change_id_pk" PRIMARY KEY("org_id","claim_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"reply_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"model_id" uuid,
	"question_number" integer,
	"subject" text NOT NULL,
	"label" text NOT NULL,
	"value" jsonb,
	"fact" text DEFAULT '' NOT NULL,
	"statement" text NOT NULL,
	"quotation" text NOT NULL,
	"document" text NOT NULL,
	"page" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"said_by" text NOT NULL,
	"said_on" date NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"effects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claims_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "contradictions" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"supplier_id" uuid NOT NULL,
	"model_id" uuid,
	"subject" text NOT NULL,
	"label" text NOT NULL,
	"pair_key" text NOT NULL,
	"one" jsonb NOT NULL,
	"other" jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"letter_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "contradictions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"org_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_org_id_file_id_n_pk" PRIMARY KEY("org_id","file_id","n")
);
--> statement-breakpoint
CREATE TABLE "quoted_statements" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"supplier_id" uuid NOT NULL,
	"model_id" uuid,
	"subject" text NOT NULL,
	"label" text NOT NULL,
	"value" jsonb,
	"statement" text DEFAULT '' NOT NULL,
	"quotation" text NOT NULL,
	"source" text NOT NULL,
	"document" text NOT NULL,
	"page" text DEFAULT '' NOT NULL,
	"said_by" text DEFAULT '' NOT NULL,
	"said_on" date,
	"recorded_by_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "quoted_statements_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"letter_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"link_id" uuid,
	"channel" text NOT NULL,
	"basis" text DEFAULT 'page' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"kind" text DEFAULT 'answer' NOT NULL,
	"responder_name" text DEFAULT '' NOT NULL,
	"responder_role" text DEFAULT '' NOT NULL,
	"responder_email" text DEFAULT '' NOT NULL,
	"their_reference" text DEFAULT '' NOT NULL,
	"fallback_contact" text DEFAULT '' NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"came_on" date,
	"received_at" timestamp with time zone,
	"entered_by" uuid,
	"entered_by_name" text DEFAULT '' NOT NULL,
	"content_sha256" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "replies_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "reply_answers" (
	"org_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"choice" text DEFAULT '' NOT NULL,
	"fill" text DEFAULT '' NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_answers_org_id_reply_id_number_pk" PRIMARY KEY("org_id","reply_id","number")
);
--> statement-breakpoint
CREATE TABLE "reply_files" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"reply_id" uuid NOT NULL,
	"name" text NOT NULL,
	"original_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"verdict" text NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "reply_files_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "reply_links" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"letter_id" uuid NOT NULL,
	"token_sha256" text NOT NULL,
	"sent_to" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by_name" text DEFAULT '' NOT NULL,
	"revoke_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "reply_links_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_policies" ADD CONSTRAINT "clock_policies_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_policies" ADD CONSTRAINT "clock_policies_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_steps" ADD CONSTRAINT "ladder_steps_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_steps" ADD CONSTRAINT "ladder_steps_org_id_produced_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","produced_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_changes" ADD CONSTRAINT "letter_changes_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_changes" ADD CONSTRAINT "letter_changes_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_changes" ADD CONSTRAINT "letter_changes_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_clocks" ADD CONSTRAINT "letter_clocks_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_deliveries" ADD CONSTRAINT "letter_deliveries_org_id_letter_id_version_number_letter_versions_org_id_letter_id_number_fk" FOREIGN KEY ("org_id","letter_id","version_number") REFERENCES "public"."letter_versions"("org_id","letter_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_models" ADD CONSTRAINT "letter_models_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_models" ADD CONSTRAINT "letter_models_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_questions" ADD CONSTRAINT "letter_questions_org_id_letter_id_version_number_letter_versions_org_id_letter_id_number_fk" FOREIGN KEY ("org_id","letter_id","version_number") REFERENCES "public"."letter_versions"("org_id","letter_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_campaign_id_campaigns_org_id_id_fk" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_follows_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","follows_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_org_id_contact_id_supplier_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."supplier_contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_certificates" ADD CONSTRAINT "seal_certificates_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_changes" ADD CONSTRAINT "claim_changes_org_id_claim_id_claims_org_id_id_fk" FOREIGN KEY ("org_id","claim_id") REFERENCES "public"."claims"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_changes" ADD CONSTRAINT "claim_changes_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_org_id_reply_id_replies_org_id_id_fk" FOREIGN KEY ("org_id","reply_id") REFERENCES "public"."replies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_org_id_file_id_reply_files_org_id_id_fk" FOREIGN KEY ("org_id","file_id") REFERENCES "public"."reply_files"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quoted_statements" ADD CONSTRAINT "quoted_statements_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quoted_statements" ADD CONSTRAINT "quoted_statements_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_org_id_link_id_reply_links_org_id_id_fk" FOREIGN KEY ("org_id","link_id") REFERENCES "public"."reply_links"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_answers" ADD CONSTRAINT "reply_answers_org_id_reply_id_replies_org_id_id_fk" FOREIGN KEY ("org_id","reply_id") REFERENCES "public"."replies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_files" ADD CONSTRAINT "reply_files_org_id_reply_id_replies_org_id_id_fk" FOREIGN KEY ("org_id","reply_id") REFERENCES "public"."replies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_links" ADD CONSTRAINT "reply_links_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "public"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_by_created" ON "campaigns" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "clock_pauses_one_open" ON "clock_pauses" USING btree ("org_id","letter_id") WHERE to_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "clock_policies_once" ON "clock_policies" USING btree ("org_id",coalesce(supplier_id, '00000000-0000-0000-0000-000000000000'::uuid),"severity") WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ladder_steps_once" ON "ladder_steps" USING btree ("org_id","letter_id","stage","step");--> statement-breakpoint
CREATE INDEX "ladder_steps_planned" ON "ladder_steps" USING btree ("org_id","planned_at","id") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "letter_changes_by_change" ON "letter_changes" USING btree ("org_id","change_id","letter_id");--> statement-breakpoint
CREATE INDEX "letter_clocks_by_due" ON "letter_clocks" USING btree ("org_id","due_on","letter_id") WHERE met_at is null and stopped_at is null;--> statement-breakpoint
CREATE INDEX "letter_deliveries_by_letter" ON "letter_deliveries" USING btree ("org_id","letter_id","created_at");--> statement-breakpoint
CREATE INDEX "letter_models_by_model" ON "letter_models" USING btree ("org_id","model_id","letter_id");--> statement-breakpoint
CREATE INDEX "letter_questions_by_key" ON "letter_questions" USING btree ("org_id","key","letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_templates_once" ON "letter_templates" USING btree ("org_id","kind","number");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_reference_once" ON "letters" USING btree ("org_id","reference");--> statement-breakpoint
CREATE INDEX "letters_by_created" ON "letters" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_by_status" ON "letters" USING btree ("org_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_by_kind" ON "letters" USING btree ("org_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_by_supplier" ON "letters" USING btree ("org_id","supplier_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_by_due" ON "letters" USING btree ("org_id","next_due_key","id");--> statement-breakpoint
CREATE INDEX "letters_by_change" ON "letters" USING btree ("org_id","change_id","created_at");--> statement-breakpoint
CREATE INDEX "letters_by_campaign" ON "letters" USING btree ("org_id","campaign_id","id");--> statement-breakpoint
CREATE INDEX "letters_by_follows" ON "letters" USING btree ("org_id","follows_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_messages_once" ON "mail_messages" USING btree ("org_id","once_key");--> statement-breakpoint
CREATE INDEX "mail_messages_by_letter" ON "mail_messages" USING btree ("org_id","letter_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_messages_waiting" ON "mail_messages" USING btree ("org_id","status","not_before","id");--> statement-breakpoint
CREATE UNIQUE INDEX "seal_certificates_one" ON "seal_certificates" USING btree ("org_id") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "claim_changes_by_change" ON "claim_changes" USING btree ("org_id","change_id","claim_id");--> statement-breakpoint
CREATE INDEX "claims_by_reply" ON "claims" USING btree ("org_id","reply_id","id");--> statement-breakpoint
CREATE INDEX "claims_by_subject" ON "claims" USING btree ("org_id","supplier_id","subject","id");--> statement-breakpoint
CREATE INDEX "claims_waiting" ON "claims" USING btree ("org_id","created_at","id") WHERE status = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "contradictions_once" ON "contradictions" USING btree ("org_id","pair_key");--> statement-breakpoint
CREATE INDEX "contradictions_by_status" ON "contradictions" USING btree ("org_id","status","found_at","id");--> statement-breakpoint
CREATE INDEX "contradictions_by_supplier" ON "contradictions" USING btree ("org_id","supplier_id","found_at","id");--> statement-breakpoint
CREATE INDEX "quoted_statements_by_subject" ON "quoted_statements" USING btree ("org_id","supplier_id","subject","id");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_one_draft_a_link" ON "replies" USING btree ("org_id","link_id") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "replies_by_letter" ON "replies" USING btree ("org_id","letter_id","received_at");--> statement-breakpoint
CREATE INDEX "replies_by_received" ON "replies" USING btree ("org_id","received_at","id");--> statement-breakpoint
CREATE INDEX "reply_files_by_reply" ON "reply_files" USING btree ("org_id","reply_id","uploaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_links_token_once" ON "reply_links" USING btree ("token_sha256");--> statement-breakpoint
CREATE INDEX "reply_links_by_letter" ON "reply_links" USING btree ("org_id","letter_id","created_at");