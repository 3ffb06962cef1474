CREATE TABLE "change_options" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"option" text NOT NULL,
	"downtime_least" numeric(10, 2),
	"downtime_most" numeric(10, 2),
	"downtime_source" text DEFAULT '' NOT NULL,
	"staff_least" numeric(10, 2),
	"staff_most" numeric(10, 2),
	"staff_source" text DEFAULT '' NOT NULL,
	"lead_least" numeric(10, 2),
	"lead_most" numeric(10, 2),
	"lead_source" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"evidence_document" text DEFAULT '' NOT NULL,
	"evidence_until" date,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "change_options_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "change_options_downtime" CHECK (("change_options"."downtime_least" is null and "change_options"."downtime_most" is null) or ("change_options"."downtime_least" is not null and "change_options"."downtime_most" is not null and "change_options"."downtime_least" >= 0 and "change_options"."downtime_most" >= "change_options"."downtime_least")),
	CONSTRAINT "change_options_staff" CHECK (("change_options"."staff_least" is null and "change_options"."staff_most" is null) or ("change_options"."staff_least" is not null and "change_options"."staff_most" is not null and "change_options"."staff_least" >= 0 and "change_options"."staff_most" >= "change_options"."staff_least")),
	CONSTRAINT "change_options_lead" CHECK (("change_options"."lead_least" is null and "change_options"."lead_most" is null) or ("change_options"."lead_least" is not null and "change_options"."lead_most" is not null and "change_options"."lead_least" >= 0 and "change_options"."lead_most" >= "change_options"."lead_least"))
);
--> statement-breakpoint
ALTER TABLE "change_options" ADD CONSTRAINT "change_options_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "change_options_once" ON "change_options" USING btree ("org_id","change_id","option");