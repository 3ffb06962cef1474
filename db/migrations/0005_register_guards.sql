-- Advisories of a model belong to an organisation like everything else in the register.
ALTER TABLE model_advisories ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE model_advisories FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_organisation ON model_advisories
  USING (org_id = (SELECT app_org())) WITH CHECK (org_id = (SELECT app_org()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON model_advisories TO changemark_app;
--> statement-breakpoint
-- Keeps device_models.units_in_use, whatever writes units: a list of models would otherwise count all units each time.
CREATE FUNCTION count_added_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE device_models AS model SET units_in_use = model.units_in_use + sums.n
    FROM (SELECT org_id, model_id, count(*)::integer AS n FROM added WHERE retired_at IS NULL GROUP BY 1, 2) AS sums
    WHERE model.org_id = sums.org_id AND model.id = sums.model_id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION count_changed_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE device_models AS model SET units_in_use = model.units_in_use + sums.n
    FROM (
      SELECT org_id, model_id, sum(n)::integer AS n FROM (
        SELECT org_id, model_id, 1 AS n FROM after WHERE retired_at IS NULL
        UNION ALL
        SELECT org_id, model_id, -1 FROM before WHERE retired_at IS NULL
      ) AS each GROUP BY 1, 2 HAVING sum(n) <> 0
    ) AS sums
    WHERE model.org_id = sums.org_id AND model.id = sums.model_id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER count_added AFTER INSERT ON units REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_added_units();
--> statement-breakpoint
CREATE TRIGGER count_changed AFTER UPDATE ON units REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION count_changed_units();
