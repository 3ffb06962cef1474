-- Roles, row-level security and append-only rules. Everything here is a promise the database keeps by itself.

-- The two roles the application connects as. Neither may bypass row-level security or own a table.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['changemark_app', 'changemark_auth'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted);
      -- So that one DATABASE_URL is enough: its role may step down to these, never the other way round.
      EXECUTE format('GRANT %I TO CURRENT_USER WITH SET TRUE, INHERIT FALSE', wanted);
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- The organisation of the current transaction; null (so: no rows) when nobody said which.
CREATE FUNCTION app_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.org_id', true), '')::uuid $$;
--> statement-breakpoint
-- Holds the audit chain of acts that belong to no organisation, such as a sign-in with an unknown address.
INSERT INTO organisations (id, name, country) VALUES ('00000000-0000-0000-0000-000000000000', 'Changemark system', 'GB');
--> statement-breakpoint
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'users', 'audit_heads', 'audit_events', 'suppliers', 'supplier_contacts', 'device_models', 'software_versions',
    'components', 'mds2_answers', 'certifications', 'units', 'register_facts', 'reference_counters', 'changes',
    'change_units', 'change_statements', 'assessments', 'documents'
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
ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_organisation ON organisations USING (id = (SELECT app_org())) WITH CHECK (id = (SELECT app_org()));
--> statement-breakpoint
-- At sign-in the organisation is not known yet: the authentication role alone may look a person up across organisations.
CREATE POLICY find_at_sign_in ON users FOR SELECT TO changemark_auth USING (true);
--> statement-breakpoint
-- The same role lists organisations, for the audit command and for nothing else.
CREATE POLICY list_all ON organisations FOR SELECT TO changemark_auth USING (true);
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO changemark_app, changemark_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  suppliers, supplier_contacts, device_models, software_versions, components, certifications, units, register_facts,
  reference_counters, changes, change_statements, documents
  TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mds2_answers, change_units TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON assessments TO changemark_app;
--> statement-breakpoint
GRANT SELECT ON organisations, users TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_events TO changemark_app, changemark_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_heads TO changemark_app, changemark_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users, organisations TO changemark_auth;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON credentials, sessions, sign_in_throttle, known_devices TO changemark_auth;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
-- Statement triggers also stop TRUNCATE, and an UPDATE that happens to match no row.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON assessments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON change_statements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON register_facts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A statement is never edited: a later one supersedes it, once.
CREATE FUNCTION only_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_at IS NOT NULL
     OR NEW.superseded_at IS NULL
     OR to_jsonb(NEW) - 'superseded_at' IS DISTINCT FROM to_jsonb(OLD) - 'superseded_at' THEN
    RAISE EXCEPTION 'a statement in % is never edited, only superseded', TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_supersede BEFORE UPDATE ON change_statements FOR EACH ROW EXECUTE FUNCTION only_supersede();
--> statement-breakpoint
CREATE TRIGGER only_supersede BEFORE UPDATE ON register_facts FOR EACH ROW EXECUTE FUNCTION only_supersede();
--> statement-breakpoint
-- The one edit a document allows is storing its bytes, the first time they are rendered.
CREATE FUNCTION only_store_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.bytes IS NOT NULL
     OR to_jsonb(NEW) - 'bytes' - 'sha256' IS DISTINCT FROM to_jsonb(OLD) - 'bytes' - 'sha256' THEN
    RAISE EXCEPTION 'document % is locked', OLD.reference USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_store_bytes BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION only_store_bytes();
