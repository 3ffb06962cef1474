/** What letters are about: their changes, models and the matter that tells two permissions apart. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, letterChanges, letterModels } from '../../../db/schema/index.server';
import type { Matter } from './compare-statements';

export interface LetterScope {
  matter: Matter;
  models: string[];
  changes: { id: string; reference: string; title: string }[];
}

const PATCH = /\bKB\s?\d{6,8}\b/gi;

/** Scopes by letter, in two queries for any number of letters. */
export async function letterScopes(
  tx: Tx,
  orgId: string,
  letterIds: readonly string[],
): Promise<Map<string, LetterScope>> {
  const scopes = new Map<string, LetterScope>(
    letterIds.map((id) => [
      id,
      { matter: { changes: [], kinds: [], cves: [], versions: [], patches: [] }, models: [], changes: [] },
    ]),
  );
  if (scopes.size === 0) return scopes;
  const ids = [...scopes.keys()];
  const rows = await tx
    .select({
      letterId: letterChanges.letterId,
      id: changes.id,
      reference: changes.reference,
      title: changes.title,
      kinds: changes.kinds,
      version: changes.softwareVersion,
      vulnerabilities: changes.vulnerabilities,
    })
    .from(letterChanges)
    .innerJoin(changes, and(eq(changes.orgId, letterChanges.orgId), eq(changes.id, letterChanges.changeId)))
    .where(and(eq(letterChanges.orgId, orgId), inArray(letterChanges.letterId, ids)))
    .orderBy(changes.reference);
  for (const { letterId, ...row } of rows) {
    const scope = scopes.get(letterId);
    if (!scope) continue;
    const { matter } = scope;
    const add = (list: readonly string[], more: readonly string[]) => [...new Set([...list, ...more.filter(Boolean)])];
    scope.changes.push({ id: row.id, reference: row.reference, title: row.title });
    scope.matter = {
      changes: add(matter.changes, [row.id]),
      kinds: add(matter.kinds, row.kinds),
      cves: add(
        matter.cves,
        row.vulnerabilities.map(({ cve }) => cve),
      ),
      versions: add(matter.versions, [row.version]),
      patches: add(
        matter.patches,
        (row.title.match(PATCH) ?? []).map((patch) => patch.replace(/\s/g, '').toUpperCase()),
      ),
    };
  }
  const models = await tx
    .select({ letterId: letterModels.letterId, modelId: letterModels.modelId })
    .from(letterModels)
    .where(and(eq(letterModels.orgId, orgId), inArray(letterModels.letterId, ids)));
  for (const { letterId, modelId } of models) scopes.get(letterId)?.models.push(modelId);
  return scopes;
}
