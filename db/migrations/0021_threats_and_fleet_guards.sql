-- What the database itself promises about what comes in from outside, and about the register deepened.
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'imports', 'import_chunks', 'import_rows', 'column_profiles', 'feeds', 'bundle_keys', 'kev_entries', 'epss_scores',
    'support_releases', 'advisories', 'advisory_revisions', 'advisory_cves', 'matches', 'match_versions',
    'match_memories', 'version_readings', 'rationale_uses', 'exposure_answers', 'fleet_days', 'baseline_lines',
    'installed_states', 'flows', 'proposed_settings', 'antivirus_statements', 'clinical_hours', 'patch_validations',
    'connected_details', 'control_proofs', 'option_plans'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (org_id = (SELECT app_org())) WITH CHECK (org_id = (SELECT app_org()))',
      tenant);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT ON advisory_revisions, rationale_uses TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  imports, column_profiles, feeds, bundle_keys, advisories, match_memories, version_readings, exposure_answers,
  fleet_days, baseline_lines, installed_states, flows, proposed_settings, antivirus_statements, clinical_hours,
  patch_validations, control_proofs, option_plans
  TO changemark_app;
--> statement-breakpoint
-- Deleting is for what is read again, worked out again, or replaced whole by the next edition of a feed; and for what
-- an import brought that is undone.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  import_chunks, import_rows, kev_entries, epss_scores, support_releases, advisory_cves, matches, match_versions,
  connected_details
  TO changemark_app;
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['advisory_revisions', 'rationale_uses'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY[
    'imports', 'column_profiles', 'feeds', 'bundle_keys', 'advisories', 'match_memories', 'version_readings',
    'exposure_answers', 'fleet_days', 'baseline_lines', 'installed_states', 'flows', 'proposed_settings',
    'antivirus_statements', 'clinical_hours', 'patch_validations', 'control_proofs', 'option_plans'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON match_memories FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON version_readings FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON exposure_answers FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON installed_states FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
-- What a person decided about a match stays, whatever a later matching makes of it.
CREATE FUNCTION keep_decided_match() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decided_at IS NOT NULL THEN
    RAISE EXCEPTION 'a match that was decided is never deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_decided BEFORE DELETE ON matches FOR EACH ROW EXECUTE FUNCTION keep_decided_match();
