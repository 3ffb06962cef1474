/** One pack as its page shows it. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { evidencePacks } from '../../../db/schema/index.server';
import { publicKey } from '../../audit/checkpoint-key.server';
import type { Actor } from '../../guard/actor';
import type { CompletenessLine } from './completeness';
import type { PackScope } from './scope';

export interface PackView {
  id: string;
  number: number;
  scope: PackScope;
  scopeId: string | null;
  fromDay: string | null;
  toDay: string | null;
  title: string;
  cutSeq: number;
  cutAt: string;
  status: 'queued' | 'building' | 'ready' | 'failed';
  progress: number;
  step: string;
  failure: string;
  completeness: CompletenessLine[];
  size: number | null;
  sha256: string | null;
  requestedAt: string;
  requestedByName: string;
  readyAt: string | null;
  /** Name of the key that signs packs here: to be told to whoever checks one. */
  keyId: string;
}

/** Null when there is none of that id here. */
export const getPack = (actor: Actor, packId: string): Promise<PackView | null> =>
  inOrganisation(actor, async (tx) => {
    const { id, number, scope, scopeId, fromDay, toDay, title, cutSeq, cutAt, status, progress } = evidencePacks;
    const { step, failure, completeness, size, sha256, requestedAt, requestedByName, readyAt } = evidencePacks;
    const [row] = await tx
      .select({
        ...{ id, number, scope, scopeId, fromDay, toDay, title, cutSeq, cutAt, status, progress },
        ...{ step, failure, completeness, size, sha256, requestedAt, requestedByName, readyAt },
      })
      .from(evidencePacks)
      .where(and(eq(evidencePacks.orgId, actor.orgId), eq(id, packId)));
    if (!row) return null;
    return {
      ...row,
      cutAt: row.cutAt.toISOString(),
      requestedAt: row.requestedAt.toISOString(),
      readyAt: row.readyAt?.toISOString() ?? null,
      keyId: publicKey().keyId,
    };
  });
