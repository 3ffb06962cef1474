/** Accepting what is left of the risks of a change: signed, with a day to look again and a day on which it runs out. */
import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, eq, isNull, max } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { riskAcceptances, type SignatureMethod } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { ROLE_LABELS } from '../../guard/roles';
import { confirmIdentity, type Proof } from '../../guard/step-up.server';
import { type ChangeRow, changeObject, lockChange, readChange } from '../changes/change-row.server';
import type { ChangeStatus } from '../changes/change-status';
import { STATUS_LABELS } from '../changes/change-status';
import { refused, type SaveResult, saved } from '../save-result';
import { presentMoment, today } from '../today';
import { penOf } from '../training/pen.server';
import { acceptanceBinds, sha256 } from './acceptance-binds.server';
import type { AcceptanceInput } from './acceptance-form.server';
import { type AcceptedRatings, ratingsToAccept } from './accepted-ratings';
import { AXIS_LABELS } from './axes';
import { currentRatings } from './risk-rows.server';

type AcceptanceRow = typeof riskAcceptances.$inferSelect;

/** What the form says, without the proof of identity. */
type AcceptanceTerms = Omit<AcceptanceInput, keyof Proof>;

interface Accepted {
  change: ChangeRow;
  ratings: AcceptedRatings;
  binds: string;
  renewed: AcceptanceRow | null;
}

type Checked = { ok: true; accepted: Accepted } | { ok: false; refusal: SaveResult };

/** States in which there is nothing whose risk could be accepted. */
const NOTHING_TO_ACCEPT: readonly ChangeStatus[] = ['draft', 'returned', 'withdrawn', 'rejected'];

/** Null when the change, or the acceptance to be renewed, is not there. */
export async function acceptRisk(actor: Actor, changeId: string, input: AcceptanceInput): Promise<SaveResult | null> {
  const before = await inOrganisation(actor, async (tx) =>
    check(tx, actor, await readChange(tx, actor.orgId, changeId), input),
  );
  if (!before) return null;
  if (!before.ok) return before.refusal;
  // Hashing takes its time: nothing is locked meanwhile.
  const confirmed = await confirmIdentity(actor, input, before.accepted.binds);
  if (!confirmed.ok) return { ok: false, errors: confirmed.errors, conflict: null };
  return acceptConfirmed(actor, changeId, input, confirmed.method);
}

/** As `acceptRisk`, once the identity is confirmed. Pages and API never call it by itself. */
export const acceptConfirmed = (
  actor: Actor,
  changeId: string,
  input: AcceptanceTerms,
  method: SignatureMethod,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const again = await check(tx, actor, await lockChange(tx, actor.orgId, changeId), input);
    if (!again) return null;
    return again.ok ? sign(tx, actor, again.accepted, input, method) : again.refusal;
  });

const no = (field: string, message: string): Checked => ({ ok: false, refusal: refused(field, message) });

/** Everything that may stand in the way, at the moment of the act. */
async function check(tx: Tx, actor: Actor, change: ChangeRow | null, input: AcceptanceTerms): Promise<Checked | null> {
  if (!change) return null;
  if (change.proposerId === actor.userId) {
    return no('', 'You proposed this change: somebody else accepts what is left of its risks.');
  }
  if (NOTHING_TO_ACCEPT.includes(change.status)) {
    return no('', `This change is ${STATUS_LABELS[change.status]}: there is no residual risk to accept.`);
  }
  const pen = await penOf(tx, actor);
  if (!pen.ok) return no('', pen.message);
  if (input.expires_on < today()) return no('expires_on', 'This day is past.');
  const rated = ratingsToAccept(await currentRatings(tx, actor.orgId, change.id));
  if (!rated.ok) {
    const axes = rated.missing.map((axis) => AXIS_LABELS[axis].toLowerCase()).join(', ');
    return no('', `Not rated after the change: ${axes}. What nobody has rated cannot be accepted.`);
  }
  const binds = acceptanceBinds(actor.orgId, change.id, rated.ids);
  if (binds !== input.seen) {
    return no(
      '',
      'The ratings have changed since this page was opened. Look at them as they now stand, and sign again.',
    );
  }
  const renewed = input.renews ? await readAcceptance(tx, actor.orgId, change.id, input.renews) : null;
  if (input.renews && !renewed) return null;
  if (renewed?.endedAt) return no('', `Acceptance ${renewed.number} has ended meanwhile; make a new one instead.`);
  return { ok: true, accepted: { change, ratings: rated.ratings, binds, renewed } };
}

/** One acceptance of a change. */
export async function readAcceptance(
  tx: Tx,
  orgId: string,
  changeId: string,
  id: string,
): Promise<AcceptanceRow | null> {
  const [row] = await tx
    .select()
    .from(riskAcceptances)
    .where(and(eq(riskAcceptances.orgId, orgId), eq(riskAcceptances.changeId, changeId), eq(riskAcceptances.id, id)));
  return row ?? null;
}

async function sign(
  tx: Tx,
  actor: Actor,
  { change, ratings, renewed }: Accepted,
  input: AcceptanceTerms,
  method: SignatureMethod,
): Promise<SaveResult> {
  const [last] = await tx
    .select({ number: max(riskAcceptances.number) })
    .from(riskAcceptances)
    .where(and(eq(riskAcceptances.orgId, actor.orgId), eq(riskAcceptances.changeId, change.id)));
  const number = (last?.number ?? 0) + 1;
  const [id, now] = [randomUUID(), presentMoment()];
  const payload = payloadOf(actor, change, { id, number, ratings, renewed, input, at: now, method });
  await tx.insert(riskAcceptances).values({
    orgId: actor.orgId,
    id,
    changeId: change.id,
    number,
    what: input.what,
    because: input.because,
    ratings,
    acceptedBy: actor.userId,
    acceptedByName: actor.name,
    acceptedAt: now,
    method,
    payload,
    payloadSha256: sha256(payload),
    reviewOn: input.review_on,
    expiresOn: input.expires_on,
    renews: renewed?.id ?? null,
  });
  const accepted: AuditEvent = {
    action: 'risk.accepted',
    object: changeObject(change),
    detail: {
      acceptance: id,
      number,
      payload: sha256(payload),
      review_on: input.review_on,
      expires_on: input.expires_on,
    },
    reason: input.because,
  };
  const ended = renewed ? [await endRow(tx, actor, change, renewed, `Renewed by acceptance ${number}`)] : [];
  await record(tx, auditActor(actor), accepted, ...ended);
  return saved(id);
}

/** What the signature covers, in the one spelling that gives the same bytes everywhere (RFC 8785). */
function payloadOf(
  actor: Actor,
  change: ChangeRow,
  one: {
    id: string;
    number: number;
    ratings: AcceptedRatings;
    renewed: AcceptanceRow | null;
    input: AcceptanceTerms;
    at: Date;
    method: string;
  },
): string {
  const { input } = one;
  const payload = canonicalize({
    record: 'risk_acceptance',
    id: one.id,
    number: one.number,
    organisation: actor.orgId,
    change: { id: change.id, reference: change.reference, title: change.title },
    meaning: 'accept residual risk',
    what: input.what,
    because: input.because,
    ratings: one.ratings,
    review_on: input.review_on,
    expires_on: input.expires_on,
    renews: one.renewed?.id ?? null,
    signer: { id: actor.userId, name: actor.name, role: ROLE_LABELS[actor.role] },
    method: one.method,
    signed_at: one.at.toISOString(),
    zone: 'UTC',
  });
  if (payload === undefined) throw new Error('The acceptance has no canonical form');
  return payload;
}

/** Ends an acceptance that is in force; the event belongs to the transaction that does it. */
export async function endRow(
  tx: Tx,
  actor: Actor,
  change: ChangeRow,
  row: AcceptanceRow,
  reason: string,
): Promise<AuditEvent> {
  await tx
    .update(riskAcceptances)
    .set({ endedAt: presentMoment(), endedReason: reason, endedByName: actor.name })
    .where(
      and(eq(riskAcceptances.orgId, actor.orgId), eq(riskAcceptances.id, row.id), isNull(riskAcceptances.endedAt)),
    );
  return {
    action: 'risk.acceptance_ended',
    object: changeObject(change),
    detail: { acceptance: row.id, number: row.number },
    reason,
  };
}
