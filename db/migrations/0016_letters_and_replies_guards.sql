-- What the database itself promises about letters and replies.
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'campaigns', 'letters', 'letter_versions', 'letter_changes', 'letter_models', 'letter_questions',
    'letter_templates', 'seal_certificates', 'letter_deliveries', 'mail_messages', 'clock_policies', 'letter_clocks',
    'clock_pauses', 'ladder_steps', 'reply_links', 'replies', 'reply_answers', 'reply_files', 'file_chunks', 'claims',
    'claim_changes', 'quoted_statements', 'contradictions'
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
GRANT SELECT, INSERT, UPDATE ON
  campaigns, letters, letter_versions, letter_questions, seal_certificates, letter_deliveries, mail_messages,
  clock_policies, letter_clocks, clock_pauses, ladder_steps, reply_links, replies, reply_answers, reply_files, claims,
  quoted_statements, contradictions
  TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON letter_templates, file_chunks, claim_changes TO changemark_app;
--> statement-breakpoint
-- While a letter is a draft, what it is about may still change.
GRANT SELECT, INSERT, UPDATE, DELETE ON letter_changes, letter_models TO changemark_app;
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'campaigns', 'letters', 'letter_versions', 'letter_questions', 'seal_certificates', 'letter_deliveries',
    'mail_messages', 'clock_policies', 'letter_clocks', 'clock_pauses', 'ladder_steps', 'reply_links', 'replies',
    'reply_answers', 'reply_files', 'claims', 'quoted_statements', 'contradictions'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['letter_templates', 'file_chunks', 'claim_changes'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A reference and a kind are for life.
CREATE FUNCTION keep_letter_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reference IS DISTINCT FROM OLD.reference OR NEW.kind IS DISTINCT FROM OLD.kind THEN
    RAISE EXCEPTION 'letter % keeps its reference and kind', OLD.reference USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_letter_identity BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION keep_letter_identity();
--> statement-breakpoint
-- A draft is edited; approval locks what was approved; what is issued never changes again.
CREATE FUNCTION lock_letter_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' AND (NEW.status IN ('draft', 'withdrawn')
      OR (NEW.status = 'approved' AND NEW.approved_by IS NOT NULL AND NEW.approved_sha256 IS NOT NULL)) THEN
    RETURN NEW;
  END IF;
  IF OLD.status = 'approved' AND NEW.status IN ('issued', 'withdrawn')
     AND to_jsonb(NEW) - ARRAY['status', 'issued_at', 'pages', 'sha256', 'bytes', 'seal', 'sealed_by']
       IS NOT DISTINCT FROM
         to_jsonb(OLD) - ARRAY['status', 'issued_at', 'pages', 'sha256', 'bytes', 'seal', 'sealed_by'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'version % of this letter is locked (%)', OLD.number, OLD.status USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER lock_letter_version BEFORE UPDATE ON letter_versions FOR EACH ROW EXECUTE FUNCTION lock_letter_version();
--> statement-breakpoint
CREATE FUNCTION only_answered_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'answered_at' IS DISTINCT FROM to_jsonb(OLD) - 'answered_at' THEN
    RAISE EXCEPTION 'a question that was asked is never reworded' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_answered_at BEFORE UPDATE ON letter_questions FOR EACH ROW EXECUTE FUNCTION only_answered_at();
--> statement-breakpoint
-- What was received stays as it was received.
CREATE FUNCTION lock_received_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' THEN
    RAISE EXCEPTION 'a reply that was received is locked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER lock_received_reply BEFORE UPDATE ON replies FOR EACH ROW EXECUTE FUNCTION lock_received_reply();
--> statement-breakpoint
CREATE FUNCTION lock_reply_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM replies WHERE org_id = NEW.org_id AND id = NEW.reply_id AND status <> 'draft') THEN
    RAISE EXCEPTION 'a reply that was received is locked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_TABLE_NAME = 'reply_files' AND TG_OP = 'UPDATE'
     AND to_jsonb(NEW) - 'removed_at' IS DISTINCT FROM to_jsonb(OLD) - 'removed_at' THEN
    RAISE EXCEPTION 'a file is taken back or kept, never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER lock_reply_parts BEFORE INSERT OR UPDATE ON reply_answers FOR EACH ROW EXECUTE FUNCTION lock_reply_parts();
--> statement-breakpoint
CREATE TRIGGER lock_reply_parts BEFORE INSERT OR UPDATE ON reply_files FOR EACH ROW EXECUTE FUNCTION lock_reply_parts();
--> statement-breakpoint
-- A claim keeps what was said; only what a person makes of it moves.
CREATE FUNCTION keep_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['status', 'decided_by', 'decided_by_name', 'decided_at', 'reason', 'effects']
     IS DISTINCT FROM
     to_jsonb(OLD) - ARRAY['status', 'decided_by', 'decided_by_name', 'decided_at', 'reason', 'effects']
     OR (NEW.status <> 'proposed' AND (NEW.decided_by IS NULL OR NEW.decided_by_name = '')) THEN
    RAISE EXCEPTION 'a claim keeps its words, and is decided by a person by name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_claim BEFORE UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION keep_claim();
--> statement-breakpoint
-- A supplier comes without an organisation: the hash of the token alone says whose letter it is. Nothing else crosses.
CREATE POLICY found_by_token ON reply_links FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION find_reply_link(wanted text) RETURNS TABLE (org_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT reply_links.org_id, reply_links.id FROM reply_links WHERE reply_links.token_sha256 = wanted $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_reply_link(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_reply_link(text) TO changemark_app;
--> statement-breakpoint
-- Drafts from before letters had a life of their own. The owner is under the policies too, so they are lifted here.
ALTER TABLE documents NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE changes NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE device_models NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE suppliers NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assessments NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letters NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_versions NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_changes NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_models NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO letters (org_id, id, reference, kind, change_id, supplier_id, supplier_name, subject, author_name,
    created_at, created_by, updated_at)
  SELECT d.org_id, d.id, d.reference, 'supplier-request-letter', d.change_id, s.id, s.name, c.title, d.created_by_name,
    d.created_at, d.created_by, d.created_at
  FROM documents d
  JOIN changes c ON c.org_id = d.org_id AND c.id = d.change_id
  JOIN device_models m ON m.org_id = c.org_id AND m.id = c.model_id
  JOIN suppliers s ON s.org_id = m.org_id AND s.id = m.supplier_id
  WHERE d.kind = 'supplier-request-letter';
--> statement-breakpoint
INSERT INTO letter_versions (org_id, letter_id, number, model, authors, created_at, created_by, created_by_name)
  SELECT org_id, id, 1, model, ARRAY[created_by], created_at, created_by, created_by_name
  FROM documents WHERE kind = 'supplier-request-letter';
--> statement-breakpoint
INSERT INTO letter_changes (org_id, letter_id, change_id, assessment_id)
  SELECT org_id, id, change_id, assessment_id FROM documents WHERE kind = 'supplier-request-letter';
--> statement-breakpoint
INSERT INTO letter_models (org_id, letter_id, model_id)
  SELECT d.org_id, d.id, c.model_id FROM documents d
  JOIN changes c ON c.org_id = d.org_id AND c.id = d.change_id
  WHERE d.kind = 'supplier-request-letter';
--> statement-breakpoint
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['documents', 'changes', 'device_models', 'suppliers', 'assessments', 'letters',
    'letter_versions', 'letter_changes', 'letter_models'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
  END LOOP;
END
$$;
