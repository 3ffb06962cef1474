-- The chain's own rules, kept by the database: an event follows the one before it, and a head only moves forward.

CREATE FUNCTION only_append_linked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq = 1 AND NEW.previous_hash = repeat('0', 64) THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM audit_events e WHERE e.org_id = NEW.org_id AND e.seq = NEW.seq - 1 AND e.hash = NEW.previous_hash
  ) THEN
    RAISE EXCEPTION 'audit event % does not follow the event before it', NEW.seq USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_append_linked BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION only_append_linked();
--> statement-breakpoint
CREATE FUNCTION only_advance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.org_id IS DISTINCT FROM OLD.org_id OR NEW.seq <= OLD.seq THEN
    RAISE EXCEPTION 'the head of an audit chain only moves forward' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (
    SELECT FROM audit_events e WHERE e.org_id = NEW.org_id AND e.seq = NEW.seq AND e.hash = NEW.hash
  ) THEN
    RAISE EXCEPTION 'the head of an audit chain is its last event' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER only_advance BEFORE UPDATE ON audit_heads FOR EACH ROW EXECUTE FUNCTION only_advance();
--> statement-breakpoint
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON audit_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
