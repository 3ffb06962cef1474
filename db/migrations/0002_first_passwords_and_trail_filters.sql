DROP INDEX "audit_events_by_object";--> statement-breakpoint
ALTER TABLE "sign_in_throttle" ADD COLUMN "refused" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_by_ref" ON "audit_events" USING btree ("org_id","object_ref","seq");--> statement-breakpoint
CREATE INDEX "audit_events_by_actor" ON "audit_events" USING btree ("org_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_events_by_action" ON "audit_events" USING btree ("org_id","action","seq");--> statement-breakpoint
CREATE INDEX "audit_events_by_time" ON "audit_events" USING btree ("org_id","at","seq");--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_object" ON "audit_events" USING btree ("org_id","object_id","seq");