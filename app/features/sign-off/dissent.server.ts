/** Dissent: a view against what is put forward, signed on its own, which is answered before anybody decides. */
import { and, eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { dissents, type SignatureMethod } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import { checkpointNow } from '../../audit/take-checkpoint.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { confirmIdentity, proofFields } from '../../guard/step-up.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { isFinal, STATUS_LABELS } from '../changes/change-status';
import type { FieldErrors } from '../changes/posted';
import { placeOf } from '../clocks/place.server';
import { optionalText, requiredText } from '../text-input';
import { presentMoment } from '../today';
import { canonicalText, sha256Of } from './digest.server';
import { isUnanswered } from './dissent-rows.server';
import { DISSENT_PARTIES } from './dissent-words';

export const DissentForm = z.object({
  party: z.enum(DISSENT_PARTIES, { error: 'Say whose view it is.' }),
  voice: optionalText(),
  opinion: requiredText('Say what you hold against it, so that it can be answered.'),
  ...proofFields,
});

export const AnswerDissentForm = z.object({
  dissent: z.uuid({ error: 'Say which dissent is answered.' }),
  answer: requiredText('Answer it in words: the decision rests on that.'),
});

export type DissentResult = { ok: true } | { ok: false; errors: FieldErrors };

const refuse = (field: string, message: string): DissentResult => ({ ok: false, errors: { [field]: [message] } });

/** What a passkey's answer to a dissent is bound to. */
export const dissentBinds = (changeId: string, signerId: string): string =>
  sha256Of(canonicalText({ changeId, signerId, dissent: 1 }));

/** Puts a dissent on record. Null when the change is not here; refused once everything is over. */
export async function recordDissent(
  actor: Actor,
  changeId: string,
  form: z.output<typeof DissentForm>,
): Promise<DissentResult | null> {
  const spokenFor = form.party === 'clinician' || form.party === 'manufacturer';
  if (spokenFor && form.voice === '')
    return refuse('voice', 'Name the person whose view it is, and where they said so.');
  const confirmed = await confirmIdentity(actor, form, dissentBinds(changeId, actor.userId));
  if (!confirmed.ok) return confirmed;
  const result = await dissentConfirmed(actor, changeId, form, confirmed.method);
  if (result?.ok) await checkpointNow(actor.orgId);
  return result;
}

/** As `recordDissent`, once the identity is confirmed. Pages and API never call it by itself. */
export const dissentConfirmed = (
  actor: Actor,
  changeId: string,
  form: Pick<z.output<typeof DissentForm>, 'party' | 'voice' | 'opinion'>,
  method: SignatureMethod,
): Promise<DissentResult | null> =>
  inOrganisation(actor, async (tx): Promise<DissentResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    if (isFinal(change.status) || change.status === 'draft' || change.status === 'closed') {
      return refuse('', `This change is ${STATUS_LABELS[change.status]}; a dissent has nothing to weigh on.`);
    }
    const own = and(eq(dissents.orgId, actor.orgId), eq(dissents.changeId, changeId));
    const [last] = await tx
      .select({ number: max(dissents.number) })
      .from(dissents)
      .where(own);
    const number = (last?.number ?? 0) + 1;
    const { timeZone } = await placeOf(tx, actor.orgId);
    const signedAt = presentMoment();
    const payload = canonicalText({
      changemark_dissent: 1,
      organisation: { id: actor.orgId, name: actor.organisation.name },
      change: { id: change.id, reference: change.reference },
      number,
      ...{ party: form.party, voice_of: form.voice, opinion: form.opinion },
      signer: { id: actor.userId, name: actor.name, role: actor.role, job_title: actor.jobTitle },
      ...{ method, signed_at: signedAt.toISOString(), zone: timeZone },
    });
    const payloadSha256 = sha256Of(payload);
    await tx.insert(dissents).values({
      ...{ orgId: actor.orgId, changeId, number, party: form.party, voiceOf: form.voice, opinion: form.opinion },
      ...{ signerId: actor.userId, printedName: actor.name, role: actor.role },
      ...{ method, signedAt, payload, payloadSha256 },
    });
    await record(tx, auditActor(actor), {
      action: 'dissent.recorded',
      object: changeObject(change),
      detail: { number, party: form.party, voiceOf: form.voice, payloadSha256 },
      reason: form.opinion,
    });
    return { ok: true };
  });

/** Answers a dissent; whoever raised it may only take it back, with the same form. */
export const answerDissent = (
  actor: Actor,
  changeId: string,
  form: z.output<typeof AnswerDissentForm>,
): Promise<DissentResult | null> =>
  inOrganisation(actor, async (tx): Promise<DissentResult | null> => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const which = and(eq(dissents.orgId, actor.orgId), eq(dissents.id, form.dissent), eq(dissents.changeId, changeId));
    const [row] = await tx.select().from(dissents).where(which).for('update');
    if (!row) return null;
    if (!isUnanswered(row)) return refuse('', `Dissent ${row.number} is settled already.`);
    const own = row.signerId === actor.userId;
    const now = presentMoment();
    await tx
      .update(dissents)
      .set(
        own
          ? { answer: form.answer, takenBack: now }
          : { answer: form.answer, answeredBy: actor.userId, answeredByName: actor.name, answeredAt: now },
      )
      .where(which);
    await record(tx, auditActor(actor), {
      action: own ? 'dissent.taken_back' : 'dissent.answered',
      object: changeObject(change),
      detail: { number: row.number, party: row.party },
      reason: form.answer,
    });
    return { ok: true };
  });
