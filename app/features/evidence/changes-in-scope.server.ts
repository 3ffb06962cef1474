/** Which changes a pack is about, and what it is called. */
import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, deviceModels, suppliers } from '../../../db/schema/index.server';
import { MOST_CHANGES, periodInWords, type Scope } from './scope';

export interface InScope {
  ids: string[];
  title: string;
  /** "change CM-2026-000123", "device TR-96" */
  words: string;
  /** There are more changes than one pack holds. */
  tooMany: boolean;
}

const following = (day: string) => new Date(Date.parse(day) + 86_400_000);

async function named(tx: Tx, orgId: string, scope: Scope): Promise<{ title: string; words: string } | null> {
  if (scope.scope === 'period') {
    const words = periodInWords(scope.from, scope.to);
    return { title: `Changes from ${words}`, words: `period ${words}` };
  }
  if (scope.scope === 'change') {
    const [row] = await tx
      .select({ reference: changes.reference, title: changes.title })
      .from(changes)
      .where(and(eq(changes.orgId, orgId), eq(changes.id, scope.id)));
    return row ? { title: `${row.reference} ${row.title}`.trim(), words: `change ${row.reference}` } : null;
  }
  const table = scope.scope === 'device' ? deviceModels : suppliers;
  const [row] = await tx
    .select({ name: table.name })
    .from(table)
    .where(and(eq(table.orgId, orgId), eq(table.id, scope.id)));
  return row ? { title: row.name, words: `${scope.scope} ${row.name}` } : null;
}

/** Null when what it names is not here. Drafts are nobody's evidence yet; asked for by name, one is shown all the same. */
export async function changesInScope(tx: Tx, orgId: string, scope: Scope): Promise<InScope | null> {
  const name = await named(tx, orgId, scope);
  if (!name) return null;
  if (scope.scope === 'change') return { ...name, ids: [scope.id], tooMany: false };
  const wanted = {
    device: () => eq(changes.modelId, 'id' in scope ? scope.id : ''),
    supplier: () => eq(deviceModels.supplierId, 'id' in scope ? scope.id : ''),
    // Proposed by its end, and still moving after it began.
    period: () =>
      'from' in scope
        ? and(lt(changes.createdAt, following(scope.to)), gte(changes.updatedAt, new Date(scope.from)))
        : undefined,
  }[scope.scope]();
  const rows = await tx
    .select({ id: changes.id })
    .from(changes)
    .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
    .where(and(eq(changes.orgId, orgId), ne(changes.status, 'draft'), wanted))
    .orderBy(asc(changes.reference))
    .limit(MOST_CHANGES + 1);
  return { ...name, ids: rows.slice(0, MOST_CHANGES).map(({ id }) => id), tooMany: rows.length > MOST_CHANGES };
}
