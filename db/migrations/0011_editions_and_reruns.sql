CREATE TABLE "assessment_instruments" (
	"org_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"assessment_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"edition" text NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"outcomes" text[] NOT NULL,
	"tier" text NOT NULL,
	"worst_tier" text NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_instruments_org_id_instrument_assessment_id_pk" PRIMARY KEY("org_id","instrument","assessment_id")
);
--> statement-breakpoint
CREATE TABLE "rerun_flips" (
	"org_id" uuid NOT NULL,
	"rerun_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"number" integer NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"why" text[] NOT NULL,
	CONSTRAINT "rerun_flips_org_id_rerun_id_change_id_instrument_pk" PRIMARY KEY("org_id","rerun_id","change_id","instrument")
);
--> statement-breakpoint
CREATE TABLE "reruns" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"mode" text NOT NULL,
	"as_of" date,
	"under" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"library" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"cursor" uuid,
	"total" integer NOT NULL,
	"judged" integer DEFAULT 0 NOT NULL,
	"flipped" integer DEFAULT 0 NOT NULL,
	"unreadable" integer DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "reruns_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "reruns_finished" CHECK ((status = 'done') = (finished_at is not null))
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "editions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_instruments" ADD CONSTRAINT "assessment_instruments_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_instruments" ADD CONSTRAINT "assessment_instruments_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rerun_flips" ADD CONSTRAINT "rerun_flips_org_id_rerun_id_reruns_org_id_id_fk" FOREIGN KEY ("org_id","rerun_id") REFERENCES "public"."reruns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rerun_flips" ADD CONSTRAINT "rerun_flips_org_id_change_id_changes_org_id_id_fk" FOREIGN KEY ("org_id","change_id") REFERENCES "public"."changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reruns_running" ON "reruns" USING btree ("org_id") WHERE status = 'running';