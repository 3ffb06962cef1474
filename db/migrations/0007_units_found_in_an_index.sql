-- A search for part of a serial number reads every unit of the organisation: LIKE is not leakproof, so row-level
-- security keeps a trigram index from being used. With the searched text in the index itself that is one walk along
-- 14 MB for 100,000 units (25 ms) instead of 100,000 visits to the table (110 ms). Drizzle's schema cannot say INCLUDE;
-- the name and the key columns are those of the schema.
DROP INDEX units_by_serial;
--> statement-breakpoint
CREATE INDEX units_by_serial ON units (org_id, serial_key, id) INCLUDE (search_key, model_id, retired_at);
