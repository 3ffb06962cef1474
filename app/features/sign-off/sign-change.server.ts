/** Signing a change: identity confirmed, the gate asked, the signature written, and what follows from it decided. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { type SignatureMethod, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditEvent } from '../../audit/events';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity } from '../../guard/step-up.server';
import { type ChangeRow, lockChange } from '../changes/change-row.server';
import { STATUS_LABELS } from '../changes/change-status';
import type { FieldErrors } from '../changes/posted';
import { exceptionFor, type WayToSign, waysToSign } from '../delegations/ways-to-sign.server';
import type { NewCondition } from '../implementation/condition-form';
import { addConditions, conditionErrors } from '../implementation/conditions.server';
import { today } from '../today';
import { penOf } from '../training/pen.server';
import { keepSnapshot } from './build-snapshot.server';
import { decide } from './decide';
import { isUnanswered } from './dissent-rows.server';
import { followDecision } from './follow-decision.server';
import { refusals } from './gate';
import { isOpened, itemDigest, putLook } from './looks.server';
import { readingOf } from './reading.server';
import { reviewLocked } from './review-signatures.server';
import { liveSignatures, openRound, type RoundRow, type SignatureRow } from './rounds.server';
import { routeOf } from './route-of.server';
import { conditionsOf, type SignForm } from './sign-form.server';
import { MAY_TAKE, type SlotId } from './slots';
import { differenceInWords } from './snapshot';
import { signBinds, writeSignature } from './write-signature.server';

export type SignResult = { ok: true; decided: 'approved' | 'rejected' | null } | { ok: false; errors: FieldErrors };

const refused = (...messages: string[]): SignResult => ({ ok: false, errors: { '': messages } });

/**
 * Signs in the actor's name, in the place and with the meaning of the form. Null when the change is not here. Refused,
 * with every reason, unless the gate lets it pass; identity is confirmed before any lock is taken.
 */
export async function signChange(actor: Actor, changeId: string, form: SignForm): Promise<SignResult | null> {
  const binds = signBinds({
    ...{ changeId, roundId: form.round, signerId: actor.userId, snapshotSha256: form.snapshot },
  });
  const confirmed = await confirmIdentity(actor, form, binds);
  if (!confirmed.ok) return confirmed;
  const result = await signConfirmed(actor, changeId, form, confirmed.method);
  // After the commit: what was acknowledged is under a checkpoint before anybody could cut it off.
  if (result?.ok) await checkpointNow(actor.orgId);
  return result;
}

/** As `signChange`, once the identity is confirmed. Pages, API and jobs never call it by itself. */
export const signConfirmed = (
  actor: Actor,
  changeId: string,
  form: SignForm,
  method: SignatureMethod,
): Promise<SignResult | null> =>
  inOrganisation(actor, async (tx): Promise<SignResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const round = await openRound(tx, actor.orgId, changeId);
    if (!round) return refused(`This change is ${STATUS_LABELS[change.status]}; nothing waits to be signed.`);
    if (round.id !== form.round) return refused('Another round of sign-off was opened since. Read it, then sign.');
    const signer = await signerNow(tx, actor);
    if (!signer) return refused('This account is not active any more.');
    const events: AuditEvent[] = [];
    const reading = await readingOf(tx, signer, change);
    events.push(...(await reviewLocked(tx, signer, change, reading.present)));
    const finish = async (answer: SignResult) => {
      if (events.length > 0) await record(tx, auditActor(signer), ...events);
      return answer;
    };
    if (reading.present.sha256 !== form.snapshot) {
      const lines = reading.since.slice(0, 10).map(differenceInWords);
      return finish(refused('What is signed has changed since you opened the page. Nothing was signed.', ...lines));
    }
    const conditions = conditionsOf(form);
    const asked = await askGate(tx, { signer, change, round, reading, form, conditions: conditions.length });
    if (!asked.ok) return finish(asked);
    if (conditions.length > 0) {
      const errors = await conditionErrors(tx, signer.orgId, conditions);
      if (errors) return finish({ ok: false, errors });
    }
    const snapshot = await keepSnapshot(tx, signer, changeId, reading.present);
    const { row, event } = await writeSignature(tx, signer, {
      ...{ change, round, slot: form.slot, meaning: form.meaning, snapshot, way: asked.way },
      ...{ exception: asked.exception, reason: form.reason, conditions, method },
      shown: {
        opened: reading.items.map((item) => ({
          ...{ key: item.key, title: item.title, sha256: itemDigest(item) },
          at: reading.look?.opened[item.key]?.at ?? '',
        })),
        lastSeen: reading.look?.snapshotId ?? null,
        differences: reading.since,
        confirmed: reading.derived.map(({ key }) => key),
      },
    });
    events.push(event);
    await putConditions(tx, signer, changeId, row, conditions);
    await putLook(tx, signer.orgId, changeId, signer.userId, {
      ...{ snapshotId: snapshot.id, opened: reading.look?.opened ?? {} },
    });
    const { places, input, policy } = await routeOf(tx, signer.orgId, change);
    const live = await liveSignatures(tx, signer.orgId, [round.id]);
    const decision = decide(places, live);
    const followed = await followDecision(tx, signer, { change, round, decision, snapshot, input, policy });
    events.push(...followed);
    return finish({ ok: true, decided: decision.state === 'waiting' ? null : decision.state });
  });

/** Role and title as they are now, not as they were when the session began. */
async function signerNow(tx: Tx, actor: Actor): Promise<Actor | null> {
  const [row] = await tx
    .select({ name: users.name, role: users.role, jobTitle: users.jobTitle, active: users.active })
    .from(users)
    .where(and(eq(users.orgId, actor.orgId), eq(users.id, actor.userId)));
  return row?.active ? { ...actor, name: row.name, role: row.role, jobTitle: row.jobTitle } : null;
}

interface Asked {
  ok: true;
  way: WayToSign;
  exception: { id: string; number: number } | null;
}

async function askGate(
  tx: Tx,
  at: {
    signer: Actor;
    change: ChangeRow;
    round: RoundRow;
    reading: Awaited<ReturnType<typeof readingOf>>;
    form: SignForm;
    conditions: number;
  },
): Promise<Asked | Extract<SignResult, { ok: false }>> {
  const { signer, change, round, reading, form } = at;
  const { orgId } = signer;
  const ways = await waysToSign(tx, signer, today());
  // One's own role first; a delegation only where that does not fit.
  const way = ways.find(({ role }) => MAY_TAKE[form.slot].some((one) => one === role)) ?? ways[0];
  if (!way) return { ok: false, errors: { '': ['Your role does not sign changes.'] } };
  const pen = await penOf(tx, signer, way.delegation ? [way.role] : []);
  if (!pen.ok) return { ok: false, errors: { '': [pen.message] } };
  const { places } = await routeOf(tx, orgId, change);
  const live = await liveSignatures(tx, orgId, [round.id]);
  const decision = decide(places, live);
  const holds = heldPlaces(live, [signer.userId, ...(way.delegation ? [way.delegation.principalId] : [])]);
  const wanted: SlotId[] = [
    ...new Set<SlotId>([form.slot, ...holds, ...(change.proposerId === signer.userId ? (['author'] as const) : [])]),
  ];
  const exception = wanted.length > 1 ? await exceptionFor(tx, orgId, signer.userId, wanted, today()) : null;
  const messages = refusals({
    ...{ slot: form.slot, meaning: form.meaning, role: way.role, route: places, reason: form.reason },
    missing: decision.state === 'waiting' ? decision.missing : [],
    isProposer: change.proposerId === signer.userId,
    forProposer: change.proposerId === way.delegation?.principalId,
    signed: live.map(({ slot }) => slot),
    ...{ holds, excepted: exception !== null, conditions: at.conditions },
    unread: reading.items.filter((item) => !isOpened(reading.look, item)).map(({ title }) => title),
    unconfirmed: reading.derived.filter(({ confirmed }) => confirmed === null).length,
    dissents: reading.dissents.filter(isUnanswered).map(({ number }) => number),
    ...{ current: reading.current, result: reading.result, safety: reading.safety },
  });
  return messages.length > 0 ? { ok: false, errors: { '': messages } } : { ok: true, way, exception };
}

const heldPlaces = (live: readonly SignatureRow[], people: readonly string[]): SlotId[] =>
  live
    .filter(
      ({ signerId, onBehalfOf }) => people.includes(signerId) || (onBehalfOf !== null && people.includes(onBehalfOf)),
    )
    .map(({ slot }) => slot);

async function putConditions(
  tx: Tx,
  signer: Actor,
  changeId: string,
  { id }: SignatureRow,
  conditions: readonly NewCondition[],
): Promise<void> {
  if (conditions.length === 0) return;
  const added = await addConditions(tx, signer, { changeId, signatureId: id, conditions });
  if (!added.ok) throw new Error(`Conditions that were found good were refused: ${JSON.stringify(added.errors)}`);
}
