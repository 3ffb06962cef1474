CREATE TABLE "model_advisories" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"advisory" text NOT NULL,
	"title" text NOT NULL,
	"published" date,
	"products" text[] DEFAULT '{}' NOT NULL,
	"vulnerabilities" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "model_advisories_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
DROP INDEX "components_by_model";--> statement-breakpoint
DROP INDEX "device_models_name_once";--> statement-breakpoint
DROP INDEX "device_models_by_name";--> statement-breakpoint
DROP INDEX "software_versions_once";--> statement-breakpoint
DROP INDEX "suppliers_name_once";--> statement-breakpoint
DROP INDEX "suppliers_by_name";--> statement-breakpoint
DROP INDEX "units_serial_once";--> statement-breakpoint
DROP INDEX "units_by_model";--> statement-breakpoint
DROP INDEX "units_by_serial";--> statement-breakpoint
DROP INDEX "units_by_location";--> statement-breakpoint
DROP INDEX "units_by_os";--> statement-breakpoint
DROP INDEX "units_by_zone";--> statement-breakpoint
ALTER TABLE "certifications" ADD COLUMN "does_not_expire" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "network_needs" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "remote_access" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "maintenance" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "maker_support_ends" date;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "units_in_use" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "name_key" text GENERATED ALWAYS AS (lower(left(name, 120))) STORED;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "kind_key" text GENERATED ALWAYS AS (lower(left(kind, 120))) STORED;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "os_key" text GENERATED ALWAYS AS (case when os_product = '' then '' else left(os_product, 80) || '/' || left(os_release, 80) end) STORED;--> statement-breakpoint
ALTER TABLE "device_models" ADD COLUMN "search_key" text GENERATED ALWAYS AS (lower(left(name, 120) || ' ' || left(model_number, 120) || ' ' || left(kind, 120) || ' ' || left(udi_di, 60))) STORED;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "name_key" text GENERATED ALWAYS AS (lower(left(name, 120))) STORED;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "serial_key" text GENERATED ALWAYS AS (lower(left(serial, 120))) STORED;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "site_key" text GENERATED ALWAYS AS (lower(left(site, 120))) STORED;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "location_key" text GENERATED ALWAYS AS (lower(left(location, 120))) STORED;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "zone_key" text GENERATED ALWAYS AS (lower(left(network_zone, 120))) STORED;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "os_key" text GENERATED ALWAYS AS (case when os_product = '' then '' else left(os_product, 80) || '/' || left(os_release, 80) end) STORED;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "search_key" text GENERATED ALWAYS AS (lower(left(serial, 120) || ' ' || left(asset_tag, 120) || ' ' || left(site, 120) || ' ' || left(location, 120))) STORED;--> statement-breakpoint
ALTER TABLE "model_advisories" ADD CONSTRAINT "model_advisories_org_id_model_id_device_models_org_id_id_fk" FOREIGN KEY ("org_id","model_id") REFERENCES "public"."device_models"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "model_advisories_once" ON "model_advisories" USING btree ("org_id","model_id",md5("advisory"));--> statement-breakpoint
CREATE INDEX "register_facts_by_subject" ON "register_facts" USING btree ("org_id","subject_type","subject_id","recorded_at");--> statement-breakpoint
CREATE INDEX "units_by_site" ON "units" USING btree ("org_id","site_key","id");--> statement-breakpoint
CREATE INDEX "components_by_model" ON "components" USING btree ("org_id","model_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "device_models_name_once" ON "device_models" USING btree ("org_id","supplier_id",md5(lower("name")),md5(lower("model_number")));--> statement-breakpoint
CREATE INDEX "device_models_by_name" ON "device_models" USING btree ("org_id","name_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "software_versions_once" ON "software_versions" USING btree ("org_id","model_id",md5("release"));--> statement-breakpoint
CREATE UNIQUE INDEX "suppliers_name_once" ON "suppliers" USING btree ("org_id",md5(lower("name")));--> statement-breakpoint
CREATE INDEX "suppliers_by_name" ON "suppliers" USING btree ("org_id","name_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_serial_once" ON "units" USING btree ("org_id","model_id",md5("serial"));--> statement-breakpoint
CREATE INDEX "units_by_model" ON "units" USING btree ("org_id","model_id","serial_key","id");--> statement-breakpoint
CREATE INDEX "units_by_serial" ON "units" USING btree ("org_id","serial_key","id");--> statement-breakpoint
CREATE INDEX "units_by_location" ON "units" USING btree ("org_id","location_key","id");--> statement-breakpoint
CREATE INDEX "units_by_os" ON "units" USING btree ("org_id","os_key","serial_key","id");--> statement-breakpoint
CREATE INDEX "units_by_zone" ON "units" USING btree ("org_id","zone_key","serial_key","id");--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_one_end" CHECK (not (does_not_expire and expires_on is not null));