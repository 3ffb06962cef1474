-- What the database itself promises about signatures, what was carried out, and the evidence of both.
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'change_snapshots', 'sign_off_policies', 'sign_off_rounds', 'delegations', 'role_exceptions', 'signatures',
    'change_looks', 'derived_confirmations', 'dissents', 'training_records', 'accountability_texts',
    'accountability_acceptances', 'change_attachments', 'attachment_chunks', 'change_conditions', 'change_plans',
    'plan_checks', 'implementations', 'verifications', 'emergencies', 'standard_changes', 'standard_uses',
    'risk_ratings', 'hazards', 'risk_acceptances', 'reportability_triages', 'audit_checkpoints', 'trail_reviews',
    'evidence_packs', 'evidence_pack_chunks', 'legal_holds', 'disposals'
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
GRANT SELECT, INSERT ON
  change_snapshots, sign_off_policies, derived_confirmations, accountability_texts, accountability_acceptances,
  verifications, standard_uses, trail_reviews
  TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  sign_off_rounds, delegations, role_exceptions, signatures, change_looks, dissents, training_records,
  change_attachments, change_conditions, change_plans, plan_checks, implementations, emergencies, standard_changes,
  risk_ratings, hazards, risk_acceptances, reportability_triages, evidence_packs, legal_holds, disposals
  TO changemark_app;
--> statement-breakpoint
-- Deleting is for what was disposed of, and for a pack that is built again; triggers below see to both.
GRANT SELECT, INSERT, DELETE ON attachment_chunks, evidence_pack_chunks TO changemark_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_checkpoints TO changemark_app, changemark_auth;
--> statement-breakpoint
-- Second factors are for the authentication role alone, like password hashes.
GRANT SELECT, INSERT, UPDATE, DELETE ON totp_factors, passkeys, recovery_codes, auth_challenges TO changemark_auth;
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'change_snapshots', 'sign_off_policies', 'derived_confirmations', 'accountability_texts',
    'accountability_acceptances', 'verifications', 'standard_uses', 'audit_checkpoints', 'trail_reviews'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY[
    'sign_off_rounds', 'delegations', 'role_exceptions', 'signatures', 'dissents', 'training_records',
    'change_attachments', 'change_conditions', 'change_plans', 'plan_checks', 'implementations', 'emergencies',
    'standard_changes', 'risk_ratings', 'hazards', 'risk_acceptances', 'reportability_triages', 'evidence_packs',
    'legal_holds', 'disposals'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A row of which only the named columns may still be written, and each of those once.
CREATE FUNCTION only_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  is_now jsonb := to_jsonb(NEW);
  col text;
BEGIN
  IF is_now - TG_ARGV::text[] IS DISTINCT FROM was - TG_ARGV::text[] THEN
    RAISE EXCEPTION 'a row of % is never edited', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOREACH col IN ARRAY TG_ARGV::text[] LOOP
    IF was -> col NOT IN ('null'::jsonb, '""'::jsonb) AND was -> col IS DISTINCT FROM is_now -> col THEN
      RAISE EXCEPTION '% of a row of % is written once', col, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON signatures
  FOR EACH ROW EXECUTE FUNCTION only_once('voided_at', 'voided_because');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON delegations
  FOR EACH ROW EXECUTE FUNCTION only_once('revoked_at', 'revoked_by_name', 'revoke_reason');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON role_exceptions
  FOR EACH ROW EXECUTE FUNCTION only_once('revoked_at', 'revoked_by_name', 'revoke_reason');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON dissents
  FOR EACH ROW EXECUTE FUNCTION only_once('answer', 'answered_by', 'answered_by_name', 'answered_at', 'taken_back');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON training_records
  FOR EACH ROW EXECUTE FUNCTION only_once('withdrawn_at', 'withdraw_reason');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON change_attachments
  FOR EACH ROW EXECUTE FUNCTION only_once('removed_at', 'removed_by_name', 'remove_reason', 'disposed_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON plan_checks FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON implementations FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON risk_ratings FOR EACH ROW EXECUTE FUNCTION only_once('superseded_at');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON emergencies
  FOR EACH ROW EXECUTE FUNCTION only_once('confirmed_by', 'confirmed_by_name', 'confirmed_at', 'sign_by', 'round_id',
    'regularised_at', 'overdue_at', 'withdrawn_at', 'withdraw_reason');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON standard_changes
  FOR EACH ROW EXECUTE FUNCTION only_once('retired_at', 'retired_by_name', 'retire_reason');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON risk_acceptances
  FOR EACH ROW EXECUTE FUNCTION only_once('ended_at', 'ended_reason', 'ended_by_name');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON legal_holds
  FOR EACH ROW EXECUTE FUNCTION only_once('lifted_at', 'lifted_by_name', 'lift_reason');
--> statement-breakpoint
CREATE TRIGGER only_once BEFORE UPDATE ON disposals
  FOR EACH ROW EXECUTE FUNCTION only_once('approved_at', 'approved_by', 'approved_by_name', 'refused_at', 'refuse_reason');
--> statement-breakpoint
-- Whoever proposed a change, or signed as its author, signs nothing else on it; a signed exception says otherwise.
CREATE FUNCTION refuse_self_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.meaning IN ('author', 'witness') THEN
    RETURN NEW;
  END IF;
  IF NEW.exception_id IS NOT NULL AND EXISTS (
    SELECT FROM role_exceptions e
    WHERE e.org_id = NEW.org_id AND e.id = NEW.exception_id AND e.person_id = NEW.signer_id AND e.revoked_at IS NULL
      AND NEW.slot = ANY (e.slots) AND NEW.signed_at::date BETWEEN e.starts_on AND e.ends_on
  ) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM changes c
    WHERE c.org_id = NEW.org_id AND c.id = NEW.change_id AND c.proposer_id IN (NEW.signer_id, NEW.on_behalf_of)
  ) OR EXISTS (
    SELECT FROM signatures s
    WHERE s.org_id = NEW.org_id AND s.round_id = NEW.round_id AND s.voided_at IS NULL AND s.slot <> NEW.slot
      -- Who approved a change may verify it afterwards; its author may not.
      AND (s.slot = 'author' OR (NEW.slot <> 'verifier' AND s.slot NOT IN ('witness', 'verifier')))
      AND s.signer_id IN (NEW.signer_id, NEW.on_behalf_of)
  ) THEN
    RAISE EXCEPTION 'one person cannot sign for two: % on a change of their own', NEW.printed_name
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER refuse_self_approval BEFORE INSERT ON signatures
  FOR EACH ROW EXECUTE FUNCTION refuse_self_approval();
--> statement-breakpoint
-- A round is open, then decided; what ended stays ended, and what expired is never approved again.
CREATE FUNCTION keep_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['status', 'decided_snapshot_id', 'decided_at', 'expires_on', 'ended_at', 'ended_reason']
     IS DISTINCT FROM
     to_jsonb(OLD) - ARRAY['status', 'decided_snapshot_id', 'decided_at', 'expires_on', 'ended_at', 'ended_reason'] THEN
    RAISE EXCEPTION 'round % keeps what it was opened with', OLD.number USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT (OLD.status = 'open' OR (OLD.status = 'approved' AND NEW.status IN ('lapsed', 'expired', 'revoked'))) THEN
    RAISE EXCEPTION 'round % has ended (%)', OLD.number, OLD.status USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.status = 'approved' AND (NEW.decided_snapshot_id, NEW.decided_at, NEW.expires_on)
     IS DISTINCT FROM (OLD.decided_snapshot_id, OLD.decided_at, OLD.expires_on) THEN
    RAISE EXCEPTION 'the decision of round % is made', OLD.number USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.status = 'approved' AND OLD.status = 'open' AND NOT EXISTS (
    SELECT FROM signatures s
    WHERE s.org_id = NEW.org_id AND s.round_id = NEW.id AND s.voided_at IS NULL
      AND s.meaning IN ('approve', 'approve_with_conditions') AND s.snapshot_id = NEW.decided_snapshot_id
  ) THEN
    RAISE EXCEPTION 'round % has no signature that approves it', OLD.number USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_round BEFORE UPDATE ON sign_off_rounds FOR EACH ROW EXECUTE FUNCTION keep_round();
--> statement-breakpoint
-- The last gate: whatever writes the state of a change, a decision has to be there.
CREATE FUNCTION change_needs_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided boolean := EXISTS (
    SELECT FROM sign_off_rounds r WHERE r.org_id = NEW.org_id AND r.change_id = NEW.id AND r.status = 'approved');
  standard boolean := EXISTS (SELECT FROM standard_uses u WHERE u.org_id = NEW.org_id AND u.change_id = NEW.id);
  emergency boolean := EXISTS (
    SELECT FROM emergencies e
    WHERE e.org_id = NEW.org_id AND e.change_id = NEW.id AND e.confirmed_by IS NOT NULL AND e.withdrawn_at IS NULL);
BEGIN
  IF (NEW.status = 'approved' AND NOT (decided OR standard))
     OR (NEW.status IN ('in_implementation', 'verifying') AND NOT (decided OR standard OR emergency))
     OR (NEW.status = 'closed' AND NOT (decided OR standard)) THEN
    RAISE EXCEPTION 'change % has no decision that would let it be %', NEW.reference, NEW.status
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER change_needs_decision BEFORE UPDATE OF status ON changes
  FOR EACH ROW WHEN (NEW.status IN ('approved', 'in_implementation', 'verifying', 'closed') AND NEW.status <> OLD.status)
  EXECUTE FUNCTION change_needs_decision();
--> statement-breakpoint
-- Nobody verifies what they did themselves, on any unit, even where a later record took the place of theirs.
CREATE FUNCTION refuse_self_verification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM implementations i
    WHERE i.org_id = NEW.org_id AND i.change_id = NEW.change_id AND NEW.verified_by IN (i.done_by, i.recorded_by)
  ) THEN
    RAISE EXCEPTION 'nobody verifies what they did themselves: %', NEW.verified_by_name
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER refuse_self_verification BEFORE INSERT ON verifications
  FOR EACH ROW EXECUTE FUNCTION refuse_self_verification();
--> statement-breakpoint
-- A condition keeps its words, its owner and its day; once met or void it stays so.
CREATE FUNCTION keep_condition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('met', 'void')
     OR (NEW.signature_id, NEW.text, NEW.before, NEW.owner_id, NEW.due_on, NEW.number)
        IS DISTINCT FROM (OLD.signature_id, OLD.text, OLD.before, OLD.owner_id, OLD.due_on, OLD.number) THEN
    RAISE EXCEPTION 'condition % stays as it was signed', OLD.number USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_condition BEFORE UPDATE ON change_conditions FOR EACH ROW EXECUTE FUNCTION keep_condition();
--> statement-breakpoint
-- Bytes go only when two people disposed of them.
CREATE FUNCTION delete_disposed_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM disposals d
    WHERE d.org_id = OLD.org_id AND d.object_type = 'attachment' AND d.object_id = OLD.attachment_id
      AND d.approved_at IS NOT NULL
  ) OR EXISTS (
    SELECT FROM legal_holds h
    JOIN change_attachments a ON a.org_id = h.org_id AND h.object_id IN (a.id, a.change_id)
    WHERE a.org_id = OLD.org_id AND a.id = OLD.attachment_id AND h.lifted_at IS NULL
  ) THEN
    RAISE EXCEPTION 'attachment_chunks is append-only: DELETE refused' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END
$$;
--> statement-breakpoint
CREATE TRIGGER delete_disposed_only BEFORE DELETE ON attachment_chunks
  FOR EACH ROW EXECUTE FUNCTION delete_disposed_only();
--> statement-breakpoint
CREATE TRIGGER no_edit BEFORE UPDATE OR TRUNCATE ON attachment_chunks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A finished pack is locked, and so are its bytes.
CREATE FUNCTION lock_pack() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'ready' OR (NEW.scope, NEW.scope_id, NEW.cut_seq, NEW.cut_at, NEW.from_day, NEW.to_day, NEW.number, NEW.material, NEW.completeness)
     IS DISTINCT FROM (OLD.scope, OLD.scope_id, OLD.cut_seq, OLD.cut_at, OLD.from_day, OLD.to_day, OLD.number, OLD.material, OLD.completeness) THEN
    RAISE EXCEPTION 'evidence pack % is locked', OLD.number USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER lock_pack BEFORE UPDATE ON evidence_packs FOR EACH ROW EXECUTE FUNCTION lock_pack();
--> statement-breakpoint
CREATE FUNCTION lock_pack_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pack uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.pack_id ELSE NEW.pack_id END;
  org uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.org_id ELSE NEW.org_id END;
BEGIN
  IF EXISTS (SELECT FROM evidence_packs p WHERE p.org_id = org AND p.id = pack AND p.status = 'ready') THEN
    RAISE EXCEPTION 'evidence pack is locked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER lock_pack_bytes BEFORE INSERT OR DELETE ON evidence_pack_chunks
  FOR EACH ROW EXECUTE FUNCTION lock_pack_bytes();
--> statement-breakpoint
CREATE TRIGGER no_edit BEFORE UPDATE OR TRUNCATE ON evidence_pack_chunks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
