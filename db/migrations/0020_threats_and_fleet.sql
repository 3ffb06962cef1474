CREATE TABLE "advisories" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"published_id" text NOT NULL,
	"publisher" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"format" text NOT NULL,
	"vendors" text[] DEFAULT '{}' NOT NULL,
	"initial_release" date,
	"current_release" date,
	"revision" text DEFAULT '' NOT NULL,
	"max_score" numeric(3, 1),
	"cve_count" integer DEFAULT 0 NOT NULL,
	"content" jsonb NOT NULL,
	"content_sha256" text NOT NULL,
	"import_id" uuid,
	"state" text DEFAULT 'new' NOT NULL,
	"units_hit" integer DEFAULT 0 NOT NULL,
	"units_unclear" integer DEFAULT 0 NOT NULL,
	"models_matched" integer DEFAULT 0 NOT NULL,
	"matches_waiting" integer DEFAULT 0 NOT NULL,
	"matched_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"release_key" date GENERATED ALWAYS AS (coalesce(current_release, initial_release, '-infinity'::date)) STORED,
	"search_key" text GENERATED ALWAYS AS (lower(left(published_id, 120) || ' ' || left(title, 300) || ' ' || left(publisher, 120))) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "advisories_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "advisory_cves" (
	"org_id" uuid NOT NULL,
	"advisory_id" uuid NOT NULL,
	"cve" text NOT NULL,
	"score" numeric(3, 1),
	"vector" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"remedy" text DEFAULT '' NOT NULL,
	CONSTRAINT "advisory_cves_org_id_advisory_id_cve_pk" PRIMARY KEY("org_id","advisory_id","cve")
);
--> statement-breakpoint
CREATE TABLE "advisory_revisions" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"revision" text DEFAULT '' NOT NULL,
	"current_release" date,
	"content" jsonb NOT NULL,
	"content_sha256" text NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "advisory_revisions_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "bundle_keys" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "bundle_keys_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "column_profiles" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"headings" jsonb NOT NULL,
	"headings_key" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "column_profiles_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "epss_scores" (
	"org_id" uuid NOT NULL,
	"cve" text NOT NULL,
	"score" numeric(10, 9) NOT NULL,
	"percentile" numeric(10, 9) NOT NULL,
	"scored_on" date,
	CONSTRAINT "epss_scores_org_id_cve_pk" PRIMARY KEY("org_id","cve")
);
--> statement-breakpoint
CREATE TABLE "exposure_answers" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"unit_id" uuid,
	"cve" text DEFAULT '' NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"said_by_name" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "exposure_answers_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"org_id" uuid NOT NULL,
	"feed" text NOT NULL,
	"as_of" date,
	"edition" text DEFAULT '' NOT NULL,
	"loaded_at" timestamp with time zone,
	"import_id" uuid,
	"entries" integer DEFAULT 0 NOT NULL,
	"folder" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"looked_at" timestamp with time zone,
	"look_problem" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "feeds_org_id_feed_pk" PRIMARY KEY("org_id","feed")
);
--> statement-breakpoint
CREATE TABLE "fleet_days" (
	"org_id" uuid NOT NULL,
	"day" date NOT NULL,
	"figures" jsonb NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"took_ms" integer DEFAULT 0 NOT NULL,
	"schema" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "fleet_days_org_id_day_pk" PRIMARY KEY("org_id","day")
);
--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_chunks_org_id_import_id_n_pk" PRIMARY KEY("org_id","import_id","n")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"place" text NOT NULL,
	"kind" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"outcome" text NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"value" jsonb NOT NULL,
	"cells" jsonb,
	"differences" jsonb,
	"target_id" uuid,
	"before" jsonb,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undo_problem" text DEFAULT '' NOT NULL,
	CONSTRAINT "import_rows_org_id_import_id_n_pk" PRIMARY KEY("org_id","import_id","n")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"purpose" text NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"brought_by" text DEFAULT '' NOT NULL,
	"model_id" uuid,
	"software_version" text DEFAULT '' NOT NULL,
	"mapping" jsonb,
	"head" jsonb,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"progress" bigint DEFAULT 0 NOT NULL,
	"progress_of" bigint DEFAULT 0 NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"cancel_asked" boolean DEFAULT false NOT NULL,
	"created_by_name" text NOT NULL,
	"read_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"applied_by_name" text DEFAULT '' NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by_name" text DEFAULT '' NOT NULL,
	"undo_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "imports_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "kev_entries" (
	"org_id" uuid NOT NULL,
	"cve" text NOT NULL,
	"added" date NOT NULL,
	"due" date,
	"ransomware" boolean,
	"entry" jsonb NOT NULL,
	CONSTRAINT "kev_entries_org_id_cve_pk" PRIMARY KEY("org_id","cve")
);
--> statement-breakpoint
CREATE TABLE "match_memories" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"product_key" text NOT NULL,
	"vendor" text NOT NULL,
	"product" text NOT NULL,
	"model_id" uuid NOT NULL,
	"same" boolean NOT NULL,
	"reason" text NOT NULL,
	"said_by_name" text NOT NULL,
	"said_by" uuid,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "match_memories_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "match_versions" (
	"org_id" uuid NOT NULL,
	"match_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"version_key" text NOT NULL,
	"version" text NOT NULL,
	"cve" text DEFAULT '' NOT NULL,
	"verdict" text NOT NULL,
	"because" text NOT NULL,
	CONSTRAINT "match_versions_org_id_match_id_version_key_cve_pk" PRIMARY KEY("org_id","match_id","version_key","cve")
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"product_key" text NOT NULL,
	"products" jsonb NOT NULL,
	"cves" text[] DEFAULT '{}' NOT NULL,
	"how" text NOT NULL,
	"component_id" uuid,
	"confidence" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"memory_id" uuid,
	"units_hit" integer DEFAULT 0 NOT NULL,
	"units_unclear" integer DEFAULT 0 NOT NULL,
	"units_not" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "matches_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "rationale_uses" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"from_change_id" uuid NOT NULL,
	"differences" jsonb NOT NULL,
	"note" text NOT NULL,
	"used_by_name" text NOT NULL,
	"used_by" uuid,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rationale_uses_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_releases" (
	"org_id" uuid NOT NULL,
	"product" text NOT NULL,
	"release" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"ends_on" date,
	"ended" boolean,
	"extended_ends_on" date,
	"extended_ended" boolean,
	CONSTRAINT "support_releases_org_id_product_release_pk" PRIMARY KEY("org_id","product","release")
);
--> statement-breakpoint
CREATE TABLE "version_readings" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"match_id" uuid NOT NULL,
	"text" text NOT NULL,
	"version" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"said_by_name" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "version_readings_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "antivirus_statements" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"allowed" boolean,
	"products" text[] DEFAULT '{}' NOT NULL,
	"exclusions" text[] DEFAULT '{}' NOT NULL,
	"scan_rule" text DEFAULT '' NOT NULL,
	"realtime_allowed" boolean,
	"cpu_cap" integer,
	"updates_rule" text DEFAULT '' NOT NULL,
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
	CONSTRAINT "antivirus_statements_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "baseline_lines" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"source" text NOT NULL,
	"says" text NOT NULL,
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
	CONSTRAINT "baseline_lines_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "clinical_hours" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid,
	"site" text DEFAULT '' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"label" text NOT NULL,
	"windows" jsonb NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "clinical_hours_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "connected_details" (
	"org_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"ip_address" text DEFAULT '' NOT NULL,
	"mac_address" text DEFAULT '' NOT NULL,
	"hostname" text DEFAULT '' NOT NULL,
	"holds_patient_data" boolean,
	"internet_reachable" boolean,
	"behind" text DEFAULT '' NOT NULL,
	"controls" text[] DEFAULT '{}' NOT NULL,
	"contract_ends" date,
	"lot" text DEFAULT '' NOT NULL,
	"manufactured_on" date,
	"import_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "connected_details_org_id_unit_id_pk" PRIMARY KEY("org_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "control_proofs" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"change_id" uuid,
	"measure" text NOT NULL,
	"proof" text NOT NULL,
	"result" text NOT NULL,
	"taken_on" date NOT NULL,
	"stale_on" date NOT NULL,
	"document" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"recorded_by_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "control_proofs_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "flows" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"peer" text NOT NULL,
	"peer_network" text DEFAULT '' NOT NULL,
	"direction" text NOT NULL,
	"protocol" text NOT NULL,
	"port_from" integer,
	"port_to" integer,
	"purpose" text DEFAULT '' NOT NULL,
	"clinical" boolean,
	"seen_on" date,
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
	CONSTRAINT "flows_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "flows_ports" CHECK (port_from is null or (port_from between 0 and 65535 and port_to between port_from and 65535))
);
--> statement-breakpoint
CREATE TABLE "installed_states" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"unit_id" uuid,
	"subject" text NOT NULL,
	"found" text NOT NULL,
	"found_on" date NOT NULL,
	"how" text DEFAULT '' NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "installed_states_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "option_plans" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"change_id" uuid,
	"title" text NOT NULL,
	"steps" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "option_plans_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "patch_validations" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"patch" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"published" date,
	"supersedes" text[] DEFAULT '{}' NOT NULL,
	"cves" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"validated_on" date,
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
	CONSTRAINT "patch_validations_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "proposed_settings" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rules" jsonb,
	"otherwise" text DEFAULT '' NOT NULL,
	"antivirus" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "proposed_settings_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_cves" ADD CONSTRAINT "advisory_cves_org_id_advisory_id_advisories_org_id_id_fk" FOREIGN KEY ("org_id","advisory_id") REFERENCES "public"."advisories"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_revisions" ADD CONSTRAINT "advisory_revisions_org_id_advisory_id_advisories_org_id_id_fk" FOREIGN KEY ("org_id","advisory_id") REFERENCES "public"."advisories"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle_keys" ADD CONSTRAINT "bundle_keys_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_profiles" ADD CONSTRAINT "column_profiles_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "epss_scores" ADD CONSTRAINT "epss_scores_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure_answers" ADD CONSTRAINT "exposure_answers_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure_answers" ADD CONSTRAINT "exposure_answers_org_id_unit_id_units_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fleet_days" ADD CONSTRAINT "fleet_days_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kev_entries" ADD CONSTRAINT "kev_entries_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_memories" ADD CONSTRAINT "match_memories_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_versions" ADD CONSTRAINT "match_versions_org_id_match_id_matches_org_id_id_fk" FOREIGN KEY ("org_id","match_id") REFERENCES "public"."matches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_org_id_advisory_id_advisories_org_id_id_fk" FOREIGN KEY ("org_id","advisory_id") REFERENCES "public"."advisories"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_org_id_component_id_components_org_id_id_fk" FOREIGN KEY ("org_id","component_id") REFERENCES "public"."components"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_releases" ADD CONSTRAINT "support_releases_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_readings" ADD CONSTRAINT "version_readings_org_id_match_id_matches_org_id_id_fk" FOREIGN KEY ("org_id","match_id") REFERENCES "public"."matches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "antivirus_statements" ADD CONSTRAINT "antivirus_statements_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baseline_lines" ADD CONSTRAINT "baseline_lines_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinical_hours" ADD CONSTRAINT "clinical_hours_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connected_details" ADD CONSTRAINT "connected_details_org_id_unit_id_units_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_proofs" ADD CONSTRAINT "control_proofs_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flows" ADD CONSTRAINT "flows_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installed_states" ADD CONSTRAINT "installed_states_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installed_states" ADD CONSTRAINT "installed_states_org_id_unit_id_units_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."units"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_plans" ADD CONSTRAINT "option_plans_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_plans" ADD CONSTRAINT "option_plans_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patch_validations" ADD CONSTRAINT "patch_validations_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_settings" ADD CONSTRAINT "proposed_settings_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "advisories_once" ON "advisories" USING btree ("org_id",md5(lower("publisher") || chr(10) || lower("published_id")));--> statement-breakpoint
CREATE INDEX "advisories_by_release" ON "advisories" USING btree ("org_id","release_key","id");--> statement-breakpoint
CREATE INDEX "advisories_by_state" ON "advisories" USING btree ("org_id","state","release_key","id");--> statement-breakpoint
CREATE INDEX "advisory_cves_by_cve" ON "advisory_cves" USING btree ("org_id","cve","advisory_id");--> statement-breakpoint
CREATE INDEX "advisory_revisions_by_advisory" ON "advisory_revisions" USING btree ("org_id","advisory_id","replaced_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bundle_keys_once" ON "bundle_keys" USING btree ("org_id","fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "column_profiles_name_once" ON "column_profiles" USING btree ("org_id",md5(lower("name")));--> statement-breakpoint
CREATE INDEX "column_profiles_by_headings" ON "column_profiles" USING btree ("org_id","headings_key");--> statement-breakpoint
CREATE INDEX "exposure_answers_by_model" ON "exposure_answers" USING btree ("org_id","model_id","question");--> statement-breakpoint
CREATE UNIQUE INDEX "exposure_answers_one_current" ON "exposure_answers" USING btree ("org_id","model_id",coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid),"cve","question") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "import_rows_by_outcome" ON "import_rows" USING btree ("org_id","import_id","outcome","n");--> statement-breakpoint
CREATE INDEX "imports_by_time" ON "imports" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_by_digest" ON "imports" USING btree ("org_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "match_memories_one_current" ON "match_memories" USING btree ("org_id","product_key","model_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "match_versions_by_model" ON "match_versions" USING btree ("org_id","model_id","version_key");--> statement-breakpoint
CREATE UNIQUE INDEX "matches_once" ON "matches" USING btree ("org_id","advisory_id","model_id","product_key");--> statement-breakpoint
CREATE INDEX "matches_by_model" ON "matches" USING btree ("org_id","model_id","advisory_id");--> statement-breakpoint
CREATE INDEX "matches_waiting" ON "matches" USING btree ("org_id","advisory_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "rationale_uses_by_change" ON "rationale_uses" USING btree ("org_id","change_id","used_at");--> statement-breakpoint
CREATE INDEX "rationale_uses_by_origin" ON "rationale_uses" USING btree ("org_id","from_change_id","used_at");--> statement-breakpoint
CREATE INDEX "version_readings_by_match" ON "version_readings" USING btree ("org_id","match_id","said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "antivirus_statements_once" ON "antivirus_statements" USING btree ("org_id","model_id");--> statement-breakpoint
CREATE UNIQUE INDEX "baseline_lines_once" ON "baseline_lines" USING btree ("org_id","model_id","subject","source") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "clinical_hours_by_model" ON "clinical_hours" USING btree ("org_id","model_id");--> statement-breakpoint
CREATE INDEX "control_proofs_by_model" ON "control_proofs" USING btree ("org_id","model_id","measure","taken_on");--> statement-breakpoint
CREATE INDEX "control_proofs_by_end" ON "control_proofs" USING btree ("org_id","stale_on","id");--> statement-breakpoint
CREATE INDEX "flows_by_model" ON "flows" USING btree ("org_id","model_id","id");--> statement-breakpoint
CREATE INDEX "installed_states_by_model" ON "installed_states" USING btree ("org_id","model_id","subject","recorded_at");--> statement-breakpoint
CREATE INDEX "option_plans_by_model" ON "option_plans" USING btree ("org_id","model_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "option_plans_one_a_change" ON "option_plans" USING btree ("org_id","change_id") WHERE change_id is not null and retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "patch_validations_once" ON "patch_validations" USING btree ("org_id","model_id",lower("patch")) WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposed_settings_once" ON "proposed_settings" USING btree ("org_id","change_id","kind");