/** Mappings of columns that people kept by a name, found again by the headings of a table. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { columnProfiles, importRows } from '../../../../db/schema/index.server';
import { plainHeading } from '../../../readers/tables/headings';
import { ofImport } from '../stage.server';
import { type ColumnMapping, dateColumns } from './column-mapping';

export type ProfileRow = typeof columnProfiles.$inferSelect;

/** Digest of headings as they are compared: without capitals, blanks and dots, in their order. */
export const headingsKey = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map(plainHeading)))
    .digest('hex');

/** Profiles for exactly these headings, the one used last first. */
export const profilesFor = (tx: Tx, orgId: string, headings: readonly string[]): Promise<ProfileRow[]> =>
  tx
    .select()
    .from(columnProfiles)
    .where(
      and(
        eq(columnProfiles.orgId, orgId),
        eq(columnProfiles.headingsKey, headingsKey(headings)),
        isNull(columnProfiles.retiredAt),
      ),
    )
    .orderBy(desc(columnProfiles.updatedAt))
    .limit(20);

/** Keeps a mapping by a name; one of the same name is overwritten, whatever headings it had. */
export async function keepProfile(
  tx: Tx,
  by: { orgId: string; userId: string | null },
  name: string,
  headings: readonly string[],
  mapping: ColumnMapping,
): Promise<void> {
  const values = { name, headings: [...headings], headingsKey: headingsKey(headings), mapping };
  const [present] = await tx
    .select({ id: columnProfiles.id })
    .from(columnProfiles)
    .where(and(eq(columnProfiles.orgId, by.orgId), sql`md5(lower(${columnProfiles.name})) = md5(lower(${name}::text))`))
    .for('update');
  if (!present) {
    await tx
      .insert(columnProfiles)
      .values({ orgId: by.orgId, ...values, createdBy: by.userId, updatedBy: by.userId })
      .onConflictDoNothing();
    return;
  }
  await tx
    .update(columnProfiles)
    .set({ ...values, version: sql`${columnProfiles.version} + 1`, updatedAt: new Date(), updatedBy: by.userId })
    .where(and(eq(columnProfiles.orgId, by.orgId), eq(columnProfiles.id, present.id)));
}

/** Different values are enough to see how dates are written. */
const MOST_VALUES = 20_000;

/** What stands in the columns of dates, each value once. */
export async function dateCells(
  tx: Tx,
  orgId: string,
  importId: string,
  mapping: ColumnMapping,
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  for (const column of dateColumns(mapping)) {
    const rows = await tx
      .selectDistinct({ cell: sql<string | null>`${importRows.cells} ->> ${column}::integer` })
      .from(importRows)
      .where(ofImport(orgId, importId))
      .limit(MOST_VALUES);
    found.set(
      column,
      rows.flatMap(({ cell }) => (cell ? [cell] : [])),
    );
  }
  return found;
}

/** The first filled cells of each column: what a person sees of it. */
export async function sampleRows(tx: Tx, orgId: string, importId: string): Promise<string[][]> {
  const rows = await tx
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(ofImport(orgId, importId))
    .orderBy(asc(importRows.n))
    .limit(50);
  return rows.flatMap(({ cells }) => (cells ? [cells] : []));
}
