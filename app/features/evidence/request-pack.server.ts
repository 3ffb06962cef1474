/** Asking for a pack: what is known is frozen at one event, and a job builds from that. */

import canonicalize from 'canonicalize';
import { and, desc, eq, isNull, max } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { evidencePacks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { enqueue } from '../jobs/enqueue.server';
import { unlessTaken } from '../unique.server';
import { changesInScope } from './changes-in-scope.server';
import type { CompletenessLine } from './completeness';
import { completeness } from './completeness';
import { gather } from './gather.server';
import { countsOf } from './pack-model';
import { MOST_CHANGES, type Scope, scopeIn } from './scope';

export interface Preview {
  title: string;
  words: string;
  changes: number;
  completeness: CompletenessLine[];
  counts: { label: string; value: string }[];
  /** Why no pack can be built; null: it can. */
  refusal: string | null;
}

const refusalOf = ({ ids, tooMany }: { ids: string[]; tooMany: boolean }): string | null => {
  if (tooMany) return `More than ${MOST_CHANGES} changes are in it. Choose a shorter period, or one device.`;
  return ids.length === 0 ? 'No change is in it.' : null;
};

/** What a pack would hold now and what it would lack: shown before anybody asks for it. Null: it is not here. */
export const previewPack = (actor: Actor, scope: Scope): Promise<Preview | null> =>
  inOrganisation(actor, async (tx) => {
    const found = await changesInScope(tx, actor.orgId, scope);
    if (!found) return null;
    const { title, words } = found;
    const refusal = refusalOf(found);
    if (refusal) return { title, words, changes: found.ids.length, completeness: [], counts: [], refusal };
    const material = await gather(tx, actor.orgId, found.ids);
    return {
      ...{ title, words, changes: found.ids.length, refusal },
      completeness: completeness(material.changes, material.trail),
      counts: countsOf(material),
    };
  });

export type PackRequested = { ok: true; id: string; cutSeq: number } | { ok: false; message: string };

/** Columns that say what a pack is about. */
const scopeColumns = (scope: Scope) => ({
  scope: scope.scope,
  scopeId: scope.scope === 'period' ? null : scope.id,
  fromDay: scope.scope === 'period' ? scope.from : null,
  toDay: scope.scope === 'period' ? scope.to : null,
});

const same = (orgId: string, scope: Scope) => {
  const { scope: kind, scopeId, fromDay, toDay } = scopeColumns(scope);
  return and(
    eq(evidencePacks.orgId, orgId),
    eq(evidencePacks.scope, kind),
    scopeId ? eq(evidencePacks.scopeId, scopeId) : isNull(evidencePacks.scopeId),
    fromDay ? eq(evidencePacks.fromDay, fromDay) : isNull(evidencePacks.fromDay),
    toDay ? eq(evidencePacks.toDay, toDay) : isNull(evidencePacks.toDay),
  );
};

/** What was frozen for an earlier pack of the same cut: what was known then cannot be read from today's rows. */
async function frozenAt(tx: Tx, orgId: string, scope: Scope, cutSeq: number) {
  const [row] = await tx
    .select()
    .from(evidencePacks)
    .where(and(same(orgId, scope), eq(evidencePacks.cutSeq, cutSeq)))
    .orderBy(desc(evidencePacks.number))
    .limit(1);
  if (!row) return null;
  const { title, cutAt, completeness: lines, material } = row;
  return { title, cutSeq, cutAt, completeness: lines, material };
}

async function frozenNow(tx: Tx, orgId: string, scope: Scope) {
  const found = await changesInScope(tx, orgId, scope);
  if (!found) return null;
  const refusal = refusalOf(found);
  if (refusal) return { refusal };
  const material = await gather(tx, orgId, found.ids);
  return {
    ...{ title: found.title, cutSeq: material.trail.seq, cutAt: new Date(material.trail.at) },
    completeness: completeness(material.changes, material.trail),
    material: canonicalize({ ...material, words: found.words }) as string,
  };
}

/**
 * Freezes what is known and queues the building. Null when what the scope names is not here.
 * @param cutSeq build again at the cut of an earlier pack of the same scope: the same bytes come out
 */
export const requestPack = (
  actor: Actor,
  scope: Scope,
  { cutSeq }: { cutSeq?: number } = {},
): Promise<PackRequested | null> =>
  unlessTaken<PackRequested | null>(
    { evidence_packs_number_once: { ok: false, message: 'Somebody asked for another pack just now. Try again.' } },
    () =>
      inOrganisation(actor, async (tx): Promise<PackRequested | null> => {
        const { orgId } = actor;
        const frozen =
          cutSeq === undefined ? await frozenNow(tx, orgId, scope) : await frozenAt(tx, orgId, scope, cutSeq);
        if (!frozen) {
          return cutSeq === undefined ? null : { ok: false, message: `No pack of this was cut at event ${cutSeq}.` };
        }
        if ('refusal' in frozen) return { ok: false, message: frozen.refusal };
        const [last] = await tx
          .select({ number: max(evidencePacks.number) })
          .from(evidencePacks)
          .where(eq(evidencePacks.orgId, orgId));
        const number = (last?.number ?? 0) + 1;
        const [row] = await tx
          .insert(evidencePacks)
          .values({
            ...{ orgId, number, ...scopeColumns(scope), ...frozen },
            ...{ step: 'waiting for its turn', requestedBy: actor.userId, requestedByName: actor.name },
          })
          .returning({ id: evidencePacks.id });
        if (!row) throw new Error('The pack was not queued');
        await enqueue(tx, 'evidence.build', { orgId, packId: row.id });
        await record(tx, auditActor(actor), {
          action: 'pack.requested',
          object: { type: 'pack', id: row.id, ref: `pack ${number}` },
          detail: { ...scope, title: frozen.title, cutSeq: frozen.cutSeq },
        });
        return { ok: true, id: row.id, cutSeq: frozen.cutSeq };
      }),
  );

/** Asks again for a pack that was asked for before, at the same cut. Null: there is none of that id here. */
export async function rebuildPack(actor: Actor, packId: string): Promise<PackRequested | null> {
  const row = await inOrganisation(actor, async (tx) => {
    const { scope, scopeId, fromDay, toDay, cutSeq } = evidencePacks;
    const [found] = await tx
      .select({ scope, scopeId, fromDay, toDay, cutSeq })
      .from(evidencePacks)
      .where(and(eq(evidencePacks.orgId, actor.orgId), eq(evidencePacks.id, packId)));
    return found ?? null;
  });
  const wanted =
    row &&
    scopeIn(
      new URLSearchParams({ scope: row.scope, id: row.scopeId ?? '', from: row.fromDay ?? '', to: row.toDay ?? '' }),
    );
  return wanted ? requestPack(actor, wanted, { cutSeq: row.cutSeq }) : null;
}
