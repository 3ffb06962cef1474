/**
 * Demonstration letters of past months, written by the use cases themselves: drafted, approved by somebody else, issued
 * as files, posted, answered. Only the days are earlier than the day on which this runs.
 */
import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, ilike, isNull, like } from 'drizzle-orm';
import { confirmClaims } from '../../app/features/claims/confirm-claims.server';
import { QuotationForm } from '../../app/features/claims/quotation-form';
import { addQuotation } from '../../app/features/claims/save-quotation.server';
import { meetClock } from '../../app/features/clocks/decide-step.server';
import type { SpooledFile } from '../../app/features/files/spool.server';
import { approveLetter } from '../../app/features/letters/approve-letter.server';
import { draftNew } from '../../app/features/letters/draft-new.server';
import { issueLetter } from '../../app/features/letters/issue-letter.server';
import { sendLetter } from '../../app/features/letters/send-letter.server';
import { fieldsOf } from '../../app/features/replies/answer-fields';
import { recordReply } from '../../app/features/replies/record-reply.server';
import { asOnDay } from '../../app/features/today';
import { inOrganisation } from '../client.server';
import {
  changes,
  claims,
  deviceModels,
  letterQuestions,
  letters,
  supplierContacts,
  suppliers,
} from '../schema/index.server';
import type { DemoActors } from './actors';
import { type DemoAnswer, type DemoLetter, LETTERS } from './letter-history';

/** Writes the letters whose supplier and change this organisation has. @returns how many */
export async function seedLetters(actors: DemoActors, entries: readonly DemoLetter[] = LETTERS): Promise<number> {
  let written = 0;
  for (const entry of entries) {
    const letterId = await asOnDay(entry.sentOn, () => play(actors, entry));
    if (!letterId) continue;
    written += 1;
    const { fixed } = entry;
    if (!fixed) continue;
    const met = await asOnDay(fixed.on, () => meetClock(actors.engineer, letterId, 'fix', fixed.on, fixed.what));
    if (!met?.ok) throw new Error(`A demonstration fix was refused: ${JSON.stringify(met)}`);
  }
  return written;
}

async function play(actors: DemoActors, entry: DemoLetter): Promise<string | null> {
  const { engineer, regulatory_affairs: regulatory } = actors;
  const letterId = await draft(actors, entry);
  if (!letterId) return null;
  const approved = await approveLetter(regulatory, letterId, { number: 1, revision: 1 });
  if (!approved?.ok) throw new Error(`A demonstration letter was not approved: ${JSON.stringify(approved)}`);
  await issueLetter({ orgId: engineer.orgId, letterId, number: 1 });
  const posted = await sendLetter(engineer, letterId, {
    channel: 'post',
    once: randomUUID(),
    to_address: '',
    to_name: '',
    recipient: entry.supplier,
    sent_on: entry.sentOn,
    proof: 'Recorded delivery',
  });
  if (!posted?.ok) throw new Error(`A demonstration letter was not sent: ${JSON.stringify(posted)}`);
  if (entry.acknowledgedOn) await reply(actors, letterId, entry, entry.acknowledgedOn);
  if (entry.answered) await reply(actors, letterId, entry, entry.answered.on);
  if (entry.confirmed) await confirm(actors, letterId);
  return letterId;
}

/** The clause of the framework agreement that all suppliers of this organisation signed. */
export async function seedQuotations({ regulatory_affairs: regulatory }: DemoActors): Promise<void> {
  const all = await inOrganisation(regulatory, (tx) =>
    tx
      .select({ id: suppliers.id, name: suppliers.name })
      .from(suppliers)
      .where(eq(suppliers.orgId, regulatory.orgId))
      .orderBy(asc(suppliers.id)),
  );
  for (const { id, name } of all) {
    const clause = QuotationForm.parse({
      subject: 'mds2:CSUP-2.4',
      says: 'no',
      quotation: 'Updates of third parties are installed after the supplier has released them, and not before.',
      source: 'contract',
      document: 'Framework agreement on medical technology (invented for the demonstration)',
      page: 'clause 14.2',
      saidBy: name,
      saidOn: '2024-04-01',
    });
    await addQuotation(regulatory, id, clause);
  }
}

/** A draft on the change or, without one, on the supplier's devices; null when this organisation has none of them. */
const draft = ({ engineer }: DemoActors, entry: DemoLetter): Promise<string | null> =>
  inOrganisation(engineer, async (tx) => {
    const { orgId } = engineer;
    const found = await tx
      .select({ supplierId: suppliers.id, changeId: changes.id })
      .from(suppliers)
      .innerJoin(deviceModels, and(eq(deviceModels.orgId, orgId), eq(deviceModels.supplierId, suppliers.id)))
      .leftJoin(changes, and(eq(changes.orgId, orgId), eq(changes.modelId, deviceModels.id)))
      .where(
        and(
          eq(suppliers.orgId, orgId),
          entry.change ? ilike(changes.title, `%${entry.change}%`) : eq(suppliers.name, entry.supplier),
        ),
      )
      .orderBy(asc(suppliers.id), asc(deviceModels.id))
      .limit(1);
    const [at] = found;
    if (!at) return null;
    const models = await tx
      .select({ id: deviceModels.id })
      .from(deviceModels)
      .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.supplierId, at.supplierId)));
    const [contact] = await tx
      .select({ id: supplierContacts.id })
      .from(supplierContacts)
      .where(
        and(
          eq(supplierContacts.orgId, orgId),
          eq(supplierContacts.supplierId, at.supplierId),
          isNull(supplierContacts.retiredAt),
        ),
      )
      .orderBy(asc(supplierContacts.id))
      .limit(1);
    const drafted = await draftNew(tx, engineer, {
      kind: entry.kind,
      supplierId: at.supplierId,
      contactId: contact?.id ?? null,
      changeIds: entry.change && at.changeId ? [at.changeId] : [],
      modelIds: entry.change ? [] : models.map(({ id }) => id),
      vulnerabilities: (entry.cves ?? []).map((cve) => ({ cve })),
      severity: entry.cves ? 'high' : 'not_rated',
      answerBy: null,
      acknowledgeBy: null,
      theme: 'standard',
      campaignId: null,
      yourReference: '',
    });
    if (!drafted?.ok) throw new Error(`A demonstration letter was refused: ${JSON.stringify(drafted)}`);
    // It was written on the day it was sent; the record says when it was typed in here.
    await tx
      .update(letters)
      .set({ createdAt: new Date(`${entry.sentOn}T09:00:00Z`) })
      .where(and(eq(letters.orgId, orgId), eq(letters.id, drafted.id)));
    return drafted.id;
  });

async function reply({ engineer }: DemoActors, letterId: string, entry: DemoLetter, day: string): Promise<void> {
  const answered = entry.answered?.on === day ? entry.answered : null;
  const form = answered ? await answersFor(engineer, letterId, answered.says) : new FormData();
  const recorded = await recordReply(
    engineer,
    letterId,
    {
      kind: answered ? 'answer' : 'acknowledgement',
      channel: answered?.channel ?? 'email',
      came_on: day,
      name: answered?.by ?? 'Service desk',
      role: answered?.role ?? '',
      email: '',
      their_reference: '',
      fallback: '',
      message: '',
    },
    form,
    answered?.file ? [asUploaded(answered.file)] : [],
  );
  if (!recorded?.ok) throw new Error(`A demonstration reply was refused: ${JSON.stringify(recorded)}`);
}

/** A text as it would have come from a browser. */
function asUploaded({ name, text }: { name: string; text: string }): SpooledFile {
  const bytes = Buffer.from(text);
  return {
    field: 'files',
    originalName: name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read: async (position, length) => bytes.subarray(position, position + length),
  };
}

const wanted = (says: readonly DemoAnswer[], key: string): DemoAnswer | undefined =>
  says.find(({ about }) => key.startsWith(about));

/** The form as staff would have filled it in. */
async function answersFor(engineer: DemoActors['engineer'], letterId: string, says: readonly DemoAnswer[]) {
  const questions = await inOrganisation(engineer, (tx) =>
    tx
      .select()
      .from(letterQuestions)
      .where(and(eq(letterQuestions.orgId, engineer.orgId), eq(letterQuestions.letterId, letterId))),
  );
  const form = new FormData();
  for (const { number, key, choices } of questions) {
    const answer = wanted(says, key);
    const choice =
      answer?.choice === 'first'
        ? choices[0]
        : answer?.choice === 'last'
          ? choices.at(-1)
          : choices.find(({ id }) => id === answer?.choice);
    if (!answer || !choice) continue;
    const names = fieldsOf(number);
    form.set(names.version, '0');
    form.set(names.choice, choice.id);
    if (choice.fill !== undefined) form.set(names.fill(choice.id), answer.fill ?? 'see the attached list');
    if (answer.comment) form.set(names.comment, answer.comment);
  }
  return form;
}

async function confirm({ regulatory_affairs: regulatory }: DemoActors, letterId: string): Promise<void> {
  const ids = await inOrganisation(regulatory, (tx) =>
    tx
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.orgId, regulatory.orgId), eq(claims.letterId, letterId), like(claims.status, 'proposed'))),
  );
  if (ids.length === 0) return;
  const confirmed = await confirmClaims(
    regulatory,
    ids.map(({ id }) => id),
    new Map(),
  );
  if (!confirmed?.ok) throw new Error(`Demonstration claims were not confirmed: ${JSON.stringify(confirmed)}`);
}
