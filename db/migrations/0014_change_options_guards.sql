-- What people say of an option belongs to an organisation like everything else, and is never deleted.
ALTER TABLE change_options ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE change_options FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_organisation ON change_options
  USING (org_id = (SELECT app_org())) WITH CHECK (org_id = (SELECT app_org()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON change_options TO changemark_app;
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON change_options FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
