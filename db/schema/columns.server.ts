/** Column sets that every tenant table shares. `org_id` leads each key so that tables can be distributed by it. */
import { sql } from 'drizzle-orm';
import { customType, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Tenant and row identity; the primary key is declared by each table as (org_id, id). */
export const tenantRow = () => ({
  orgId: uuid('org_id').notNull(),
  id: uuid('id').notNull().default(sql`uuidv7()`),
});

/** When and by whom a row came to be; `version` rises with each edit and stops two writers overwriting each other. */
export const editable = () => ({
  version: integer('version').notNull().default(1),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  createdBy: uuid('created_by'),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  updatedBy: uuid('updated_by'),
  retiredAt: timestamp('retired_at', { withTimezone: true }),
});

/** Provenance: who said so, in which document and page, dated when. Null means "not recorded", never "does not matter". */
export const provenance = () => ({
  saidBy: text('said_by'),
  sourceDocument: text('source_document'),
  sourcePage: text('source_page'),
  sourceDate: text('source_date'),
});

/**
 * A JSON value that may be a bare text. Drizzle's own jsonb parses what the driver has parsed already, so that the text
 * "4.10" would come back as the number 4.1.
 */
export const jsonValue = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});
