/** "A signs for B until …": made by B, or by an administrator while B is absent. */
import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { delegations } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { ROLE_LABELS } from '../../guard/roles';
import { dateInWords } from '../../ui/time';
import { addMonths } from '../add-months';
import { nextNumberOf } from '../changes/references.server';
import { RefusedInside } from '../changes/refusal.server';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment, today } from '../today';
import { type DelegationInput, daysProblem, MOST_MONTHS } from './delegation-form';
import { delegationInWords } from './delegation-words';
import { type Signer, signerOf } from './signers.server';

const LIMIT = `At most ${MOST_MONTHS} months; a longer absence is a change of roles.`;

/** What is delegated is the principal's own role, so nothing is ever passed on a second time. */
export function makeDelegation(actor: Actor, input: DelegationInput): Promise<SaveResult> {
  const forOneself = input.principal === '' || input.principal === actor.userId;
  if (!can(actor, 'delegation:write')) return Promise.resolve(refused('', 'Your role delegates nothing.'));
  if (!forOneself && !can(actor, 'people:manage')) {
    return Promise.resolve(refused('principal', 'For somebody else, an administrator makes it.'));
  }
  const problem = daysProblem(input, today(), (day) => addMonths(day, MOST_MONTHS), LIMIT);
  if (problem) return Promise.resolve(refused(problem.field, problem.message));
  const work = inOrganisation(actor, async (tx): Promise<SaveResult> => {
    const principal = await signerOf(tx, actor.orgId, forOneself ? actor.userId : input.principal);
    if (!principal) return refused('principal', 'Choose somebody who is active and signs changes.');
    if (input.delegate === principal.id) return refused('delegate', 'Nobody delegates to themselves.');
    const delegate = await signerOf(tx, actor.orgId, input.delegate);
    if (!delegate) return refused('delegate', 'Choose somebody who is active and signs changes.');
    return store(tx, actor, principal, delegate, input);
  });
  return work.catch((error: unknown) => {
    if (error instanceof RefusedInside) return { ok: false, errors: error.errors, conflict: null };
    throw error;
  });
}

async function store(tx: Tx, actor: Actor, principal: Signer, delegate: Signer, input: DelegationInput) {
  const [startsOn, endsOn] = [input.startsOn ?? '', input.endsOn ?? ''];
  // The counter's row is locked from here on: of two at once, the second sees the first.
  const number = await nextNumberOf(tx, actor.orgId, 'delegation');
  const [same] = await tx
    .select({ number: delegations.number, startsOn: delegations.startsOn, endsOn: delegations.endsOn })
    .from(delegations)
    .where(
      and(
        eq(delegations.orgId, actor.orgId),
        eq(delegations.principalId, principal.id),
        eq(delegations.delegateId, delegate.id),
        eq(delegations.role, principal.role),
        isNull(delegations.revokedAt),
        lte(delegations.startsOn, endsOn),
        gte(delegations.endsOn, startsOn),
      ),
    )
    .limit(1);
  if (same) {
    const days = `${dateInWords(same.startsOn)} to ${dateInWords(same.endsOn)}`;
    throw new RefusedInside({ '': [`Delegation ${same.number} says so already, from ${days}. Revoke it first.`] });
  }
  const values = {
    ...{ number, role: principal.role, startsOn, endsOn, reason: input.reason },
    ...{ principalId: principal.id, principalName: principal.name },
    ...{ delegateId: delegate.id, delegateName: delegate.name },
  };
  const [row] = await tx
    .insert(delegations)
    .values({
      ...values,
      orgId: actor.orgId,
      createdBy: actor.userId,
      createdByName: actor.name,
      createdAt: presentMoment(),
    })
    .returning({ id: delegations.id });
  if (!row) throw new Error('The delegation was not stored');
  await record(tx, auditActor(actor), {
    action: 'delegation.made',
    object: { type: 'delegation', id: row.id, ref: `delegation ${number}` },
    detail: {
      ...{ words: delegationInWords(values), principal: principal.id, delegate: delegate.id },
      ...{ role: ROLE_LABELS[principal.role], starts_on: startsOn, ends_on: endsOn },
      made_in_absence: principal.id !== actor.userId,
    },
    reason: input.reason,
  });
  return saved(row.id);
}
