CREATE TABLE "assessments" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"change_version" integer NOT NULL,
	"library" text NOT NULL,
	"dossier" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"dossier_sha256" text NOT NULL,
	"assessed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"assessed_by" uuid NOT NULL,
	"assessed_by_name" text NOT NULL,
	CONSTRAINT "assessments_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_statements" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"type" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"because" text DEFAULT '' NOT NULL,
	"said_by" text,
	"source_document" text,
	"source_page" text,
	"source_date" text,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "change_statements_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_units" (
	"org_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "change_units_org_id_change_id_unit_id_pk" PRIMARY KEY("org_id","change_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"reference" text NOT NULL,
	"model_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kinds" text[] NOT NULL,
	"actor" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"software_version" text DEFAULT '' NOT NULL,
	"vulnerabilities" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"needed_by" date,
	"proposer_id" uuid NOT NULL,
	"proposer_name" text NOT NULL,
	"step" text DEFAULT 'what' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "changes_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"model" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"sha256" text,
	"bytes" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "documents_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "reference_counters" (
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "reference_counters_org_id_kind_year_pk" PRIMARY KEY("org_id","kind","year")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"org_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text,
	"object_ref" text,
	"detail" jsonb NOT NULL,
	"reason" text,
	"request_id" text,
	"address" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_events_org_id_seq_pk" PRIMARY KEY("org_id","seq"),
	CONSTRAINT "audit_events_hash_once" UNIQUE("org_id","hash")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"nation" text,
	"address" text[] DEFAULT '{}' NOT NULL,
	"email" text,
	"telephone" text,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "users_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"market" text NOT NULL,
	"basis" text NOT NULL,
	"class" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"scope" text DEFAULT '' NOT NULL,
	"issued_on" date,
	"expires_on" date,
	"said_by" text,
	"source_document" text,
	"source_page" text,
	"source_date" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "certifications_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "components" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"name" text NOT NULL,
	"release" text DEFAULT '' NOT NULL,
	"supplier" text DEFAULT '' NOT NULL,
	"purl" text DEFAULT '' NOT NULL,
	"said_by" text,
	"source_document" text,
	"source_page" text,
	"source_date" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "components_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "device_models" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"supplier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"model_number" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"udi_di" text DEFAULT '' NOT NULL,
	"intended_purpose" text DEFAULT '' NOT NULL,
	"software_version" text DEFAULT '' NOT NULL,
	"os_product" text DEFAULT '' NOT NULL,
	"os_release" text DEFAULT '' NOT NULL,
	"network_connected" boolean,
	"clinical_owner" text DEFAULT '' NOT NULL,
	"tolerable_downtime" text DEFAULT '' NOT NULL,
	"fallback" text DEFAULT '' NOT NULL,
	"mds2_date" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "device_models_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "mds2_answers" (
	"org_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"said_by" text,
	"source_document" text,
	"source_page" text,
	"source_date" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mds2_answers_org_id_model_id_question_pk" PRIMARY KEY("org_id","model_id","question")
);
--> statement-breakpoint
CREATE TABLE "register_facts" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" jsonb,
	"said_by" text,
	"source_document" text,
	"source_page" text,
	"source_date" text,
	"recorded_by" uuid,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "register_facts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "software_versions" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"release" text NOT NULL,
	"released_on" date,
	"os_product" text DEFAULT '' NOT NULL,
	"os_release" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"said_by" text,
	"source_document" text,
	"source_page" text,
	"source_date" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "software_versions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "supplier_contacts" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"supplier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"telephone" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "supplier_contacts_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "suppliers" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"address" text[] DEFAULT '{}' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "suppliers_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"serial" text NOT NULL,
	"asset_tag" text DEFAULT '' NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"network_zone" text DEFAULT '' NOT NULL,
	"installed_version" text DEFAULT '' NOT NULL,
	"os_product" text DEFAULT '' NOT NULL,
	"os_release" text DEFAULT '' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"supplied_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "units_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_statements" ADD CONSTRAINT "change_statements_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_units" ADD CONSTRAINT "change_units_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_units" ADD CONSTRAINT "change_units_org_id_unit_id_units_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "components" ADD CONSTRAINT "components_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_models" ADD CONSTRAINT "device_models_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mds2_answers" ADD CONSTRAINT "mds2_answers_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_facts" ADD CONSTRAINT "register_facts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "software_versions" ADD CONSTRAINT "software_versions_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_contacts" ADD CONSTRAINT "supplier_contacts_org_id_supplier_id_suppliers_org_id_id_fk" FOREIGN KEY ("org_id","supplier_id") REFERENCES "public"."suppliers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_number_once" ON "assessments" USING btree ("org_id","change_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "change_statements_one_current" ON "change_statements" USING btree ("org_id","change_id","type","key") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "changes_reference_once" ON "changes" USING btree ("org_id","reference");--> statement-breakpoint
CREATE INDEX "changes_by_updated" ON "changes" USING btree ("org_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "changes_by_status" ON "changes" USING btree ("org_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "changes_by_model" ON "changes" USING btree ("org_id","model_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_reference_once" ON "documents" USING btree ("org_id","reference");--> statement-breakpoint
CREATE INDEX "documents_by_change" ON "documents" USING btree ("org_id","change_id","created_at");--> statement-breakpoint
CREATE INDEX "documents_by_kind" ON "documents" USING btree ("org_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_object" ON "audit_events" USING btree ("org_id","object_type","object_id","seq");--> statement-breakpoint
CREATE INDEX "known_devices_by_user" ON "known_devices" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_once" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "certifications_by_model" ON "certifications" USING btree ("org_id","model_id");--> statement-breakpoint
CREATE INDEX "certifications_by_expiry" ON "certifications" USING btree ("org_id","expires_on","id");--> statement-breakpoint
CREATE INDEX "components_by_model" ON "components" USING btree ("org_id","model_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "device_models_name_once" ON "device_models" USING btree ("org_id","supplier_id",lower("name"),lower("model_number"));--> statement-breakpoint
CREATE INDEX "device_models_by_name" ON "device_models" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "device_models_by_supplier" ON "device_models" USING btree ("org_id","supplier_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "register_facts_one_current" ON "register_facts" USING btree ("org_id","subject_type","subject_id","field") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "software_versions_once" ON "software_versions" USING btree ("org_id","model_id","release");--> statement-breakpoint
CREATE INDEX "supplier_contacts_by_supplier" ON "supplier_contacts" USING btree ("org_id","supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suppliers_name_once" ON "suppliers" USING btree ("org_id",lower("name"));--> statement-breakpoint
CREATE INDEX "suppliers_by_name" ON "suppliers" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_serial_once" ON "units" USING btree ("org_id","model_id","serial");--> statement-breakpoint
CREATE INDEX "units_by_model" ON "units" USING btree ("org_id","model_id","id");--> statement-breakpoint
CREATE INDEX "units_by_serial" ON "units" USING btree ("org_id","serial","id");--> statement-breakpoint
CREATE INDEX "units_by_location" ON "units" USING btree ("org_id","location","id");--> statement-breakpoint
CREATE INDEX "units_by_os" ON "units" USING btree ("org_id","os_product","os_release","id");--> statement-breakpoint
CREATE INDEX "units_by_zone" ON "units" USING btree ("org_id","network_zone","id");