/** One standard change: on what it rests, how it stands, what was made under it; and what a new one would rest on. */
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changes, standardUses } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { actorLabel } from '../changes/actors';
import { isChangeStatus, STATUS_LABELS } from '../changes/change-status';
import type { SigningWays } from '../people/signing-ways';
import { signingWays } from '../people/signing-ways.server';
import type { StandardBasis } from './basis';
import { readBasis } from './basis-of.server';
import { foundingOf, mayMakeStandards } from './founding.server';
import { kindLabels, lineOf, type StandardLine } from './list-standards.server';
import { standardBinds } from './make-standard.server';
import { standardOf, standingsOf } from './standard-rows.server';

export interface StandardPage extends StandardLine {
  actor: string;
  basis: StandardBasis;
  basisSha256: string;
  createdByName: string;
  createdAt: string;
  retired: { at: string; byName: string; reason: string } | null;
  /** The latest of what was made under it. */
  uses: {
    changeId: string;
    reference: string;
    title: string;
    statusLabel: string;
    usedByName: string;
    usedAt: string;
  }[];
  mayRetire: boolean;
}

const MOST_USES = 100;

/** Null when it is not here. */
export const getStandard = (actor: Actor, id: string): Promise<StandardPage | null> =>
  inOrganisation(actor, async (tx) => {
    const standard = await standardOf(tx, actor.orgId, id);
    if (!standard) return null;
    const { row } = standard;
    const [standing] = await standingsOf(tx, [standard]);
    const uses = await tx
      .select({ use: standardUses, reference: changes.reference, title: changes.title, status: changes.status })
      .from(standardUses)
      .innerJoin(changes, and(eq(changes.orgId, standardUses.orgId), eq(changes.id, standardUses.changeId)))
      .where(and(eq(standardUses.orgId, actor.orgId), eq(standardUses.standardId, id)))
      .orderBy(desc(standardUses.usedAt))
      .limit(MOST_USES);
    return {
      ...lineOf(standard, standing ?? { state: 'suspended', because: [] }),
      ...{ actor: actorLabel(row.actor), basis: readBasis(row), basisSha256: row.basisSha256 },
      ...{ createdByName: row.createdByName, createdAt: row.createdAt.toISOString() },
      retired: row.retiredAt && {
        ...{ at: row.retiredAt.toISOString(), byName: row.retiredByName, reason: row.retireReason },
      },
      uses: uses.map(({ use, reference, title, status }) => ({
        ...{ changeId: use.changeId, reference, title, usedByName: use.usedByName, usedAt: use.usedAt.toISOString() },
        statusLabel: isChangeStatus(status) ? STATUS_LABELS[status] : status,
      })),
      mayRetire: row.retiredAt === null && mayMakeStandards(actor),
    };
  });

export interface NewStandard {
  change: { id: string; reference: string; title: string };
  /** Why it cannot be made; empty: it can. */
  message: string;
  offer: null | {
    basis: StandardBasis;
    basisSha256: string;
    kinds: string[];
    actor: string;
    latest: string;
    ways: SigningWays;
  };
}

/** Null when the change is not here. */
export async function newStandard(actor: Actor, changeId: string): Promise<NewStandard | null> {
  const found = await inOrganisation(actor, (tx) => foundingOf(tx, actor, changeId));
  if (!found) return null;
  const { id, reference, title } = found.ok ? found.of.change : found.change;
  const change = { id, reference, title };
  if (!found.ok) return { change, message: found.message, offer: null };
  const { fresh, latest } = found.of;
  const binds = standardBinds({ changeId: id, signerId: actor.userId, basis: fresh.sha256 });
  return {
    ...{ change, message: '' },
    offer: {
      ...{ basis: fresh.basis, basisSha256: fresh.sha256, latest, kinds: kindLabels(fresh.basis.kinds) },
      ...{ actor: actorLabel(fresh.basis.actor), ways: await signingWays(actor, binds) },
    },
  };
}
