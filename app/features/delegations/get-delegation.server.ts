/** One delegation, with what was signed under it; and what the form of a new one offers. */
import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inOrganisation } from '../../../db/client.server';
import { delegations, users } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { addMonths } from '../add-months';
import { today } from '../today';
import { MOST_MONTHS } from './delegation-form';
import { delegationInWords } from './delegation-words';
import { idleBecause } from './idle';
import type { DelegationLine } from './list-delegations.server';
import { mayRevoke } from './revoke-delegation.server';
import { type SignedUnder, signedUnder } from './signed-under.server';
import { signerChoices } from './signers.server';
import { revocable, standingOf } from './standing';

export interface DelegationView extends DelegationLine {
  words: string;
  reason: string;
  made: { at: string; by: string; inAbsence: boolean };
  revoked: { at: string; by: string; why: string } | null;
  mayRevoke: boolean;
  signed: SignedUnder[];
}

/** Null when the organisation has no such delegation. */
export const getDelegation = (actor: Actor, id: string): Promise<DelegationView | null> =>
  inOrganisation(actor, async (tx) => {
    const [principal, delegate] = [alias(users, 'principal'), alias(users, 'delegate')];
    const [found] = await tx
      .select({ row: delegations, principal, delegate })
      .from(delegations)
      .innerJoin(principal, and(eq(principal.orgId, delegations.orgId), eq(principal.id, delegations.principalId)))
      .innerJoin(delegate, and(eq(delegate.orgId, delegations.orgId), eq(delegate.id, delegations.delegateId)))
      .where(and(eq(delegations.orgId, actor.orgId), eq(delegations.id, id)));
    if (!found) return null;
    const { row, ...people } = found;
    const { number, principalName, delegateName, role, startsOn, endsOn, reason } = row;
    const standing = standingOf(row, today());
    return {
      ...{ id, number, principalName, delegateName, role, startsOn, endsOn, reason, standing },
      idle: idleBecause({ standing, role, ...people }),
      words: delegationInWords(row),
      made: { at: row.createdAt.toISOString(), by: row.createdByName, inAbsence: row.createdBy !== row.principalId },
      revoked: row.revokedAt && { at: row.revokedAt.toISOString(), by: row.revokedByName, why: row.revokeReason },
      mayRevoke: revocable(standing) && can(actor, 'delegation:write') && mayRevoke(actor, row),
      signed: await signedUnder(tx, actor.orgId, { delegationId: id }),
    };
  });

export interface DelegationChoices {
  people: { value: string; label: string }[];
  /** An administrator says for whom; everybody else delegates their own signature. */
  forOthers: boolean;
  today: string;
  latest: string;
}

export const delegationChoices = (actor: Actor): Promise<DelegationChoices> =>
  inOrganisation(actor, async (tx) => ({
    people: await signerChoices(tx, actor.orgId, actor.userId),
    forOthers: can(actor, 'people:manage'),
    today: today(),
    latest: addMonths(today(), MOST_MONTHS),
  }));
