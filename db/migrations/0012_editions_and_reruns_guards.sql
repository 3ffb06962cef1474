-- Each belongs to an organisation like everything else.
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['assessment_instruments', 'reruns', 'rerun_flips'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (org_id = (SELECT app_org())) WITH CHECK (org_id = (SELECT app_org()))',
      tenant);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT ON assessment_instruments, rerun_flips TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON reruns TO changemark_app;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_instruments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rerun_flips
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON reruns FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A run goes forward and ends; what was asked for, and a run that has ended, stay as they are.
CREATE FUNCTION only_go_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'done'
     OR NEW.judged < OLD.judged
     OR to_jsonb(NEW) - ARRAY['status', 'cursor', 'judged', 'flipped', 'unreadable', 'finished_at']
        IS DISTINCT FROM to_jsonb(OLD) - ARRAY['status', 'cursor', 'judged', 'flipped', 'unreadable', 'finished_at'] THEN
    RAISE EXCEPTION 'a run of past assessments only goes forward' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_go_forward BEFORE UPDATE ON reruns FOR EACH ROW EXECUTE FUNCTION only_go_forward();
--> statement-breakpoint
-- Keeps assessment_instruments, whatever writes assessments: one row an instrument that was walked.
CREATE FUNCTION note_instruments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO assessment_instruments (org_id, instrument, assessment_id, change_id, number, edition, sha256, state,
      outcomes, tier, worst_tier, assessed_at)
    SELECT added.org_id, walked ->> 'instrument', added.id, added.change_id, added.number, walked ->> 'edition',
      coalesce(added.editions -> (walked ->> 'instrument') ->> 'sha256', ''), walked ->> 'state',
      ARRAY(SELECT jsonb_array_elements_text(walked -> 'outcomes')), walked ->> 'tier', walked ->> 'worst_tier',
      added.assessed_at
    FROM added, jsonb_array_elements(
      coalesce(added.result -> 'findings', '[]') || coalesce(added.result -> 'hints', '[]')) AS walked
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER note_instruments AFTER INSERT ON assessments REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION note_instruments();
--> statement-breakpoint
-- Those that are there already. The owner is under the policies too, so they are lifted for these two statements.
ALTER TABLE assessments NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assessment_instruments NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO assessment_instruments (org_id, instrument, assessment_id, change_id, number, edition, sha256, state,
    outcomes, tier, worst_tier, assessed_at)
  SELECT past.org_id, walked ->> 'instrument', past.id, past.change_id, past.number, walked ->> 'edition', '',
    walked ->> 'state', ARRAY(SELECT jsonb_array_elements_text(walked -> 'outcomes')), walked ->> 'tier',
    walked ->> 'worst_tier', past.assessed_at
  FROM assessments AS past, jsonb_array_elements((past.result -> 'findings') || (past.result -> 'hints')) AS walked
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE assessments FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assessment_instruments FORCE ROW LEVEL SECURITY;
