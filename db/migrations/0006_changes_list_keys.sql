ALTER TABLE "assessments" ADD COLUMN "tier" text GENERATED ALWAYS AS (result -> 'overall' ->> 'tier') STORED;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "worst_tier" text GENERATED ALWAYS AS (result -> 'overall' ->> 'worst_tier') STORED;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "open_questions" integer GENERATED ALWAYS AS (jsonb_array_length(result -> 'ask')) STORED;--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "needed_key" date GENERATED ALWAYS AS (coalesce(needed_by, 'infinity'::date)) STORED;--> statement-breakpoint
CREATE INDEX "changes_by_needed" ON "changes" USING btree ("org_id","needed_key","id");--> statement-breakpoint
CREATE INDEX "changes_by_proposer" ON "changes" USING btree ("org_id","proposer_id","updated_at","id");