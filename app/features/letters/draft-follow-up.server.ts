/** Drafting a letter that follows another: reminder, escalation, notice of intent, acceptance of an answer. */
import type { Tx } from '../../../db/client.server';
import type { AnswerAcceptance } from '../../../documents/answer-acceptance/model';
import type { Slot } from '../../../documents/document';
import type { Escalation } from '../../../documents/escalation/model';
import type { NoticeOfIntent } from '../../../documents/notice-of-intent/model';
import type { NoticeLetter, ThemeName } from '../../../documents/parts/letter-model';
import type { Reminder } from '../../../documents/reminder/model';
import type { AuditActor } from '../../audit/events';
import { fileOfLetter, nextLetterReference } from '../changes/references.server';
import { addWorkingDays } from '../clocks/calendars';
import { placeOf } from '../clocks/place.server';
import { readPolicy } from '../clocks/read-policy.server';
import { today } from '../today';
import { contactOf, type Recipient, recipientOf, senderOf } from './addressed.server';
import { countedInWords } from './drafting/deadlines';
import { blank } from './drafting/devices';
import { longDate } from './drafting/long-date';
import { confirmedOf, duesOf, type FollowedLetter, followedLetter, rootOf } from './followed-letter.server';
import { groundsOf } from './grounds.server';
import { interimControls } from './interim-controls';
import type { FollowKind } from './letter-choices';
import type { LetterRow } from './letter-row.server';
import { subjectsOf } from './letter-subjects.server';
import { fillTexts, linesOf, paragraphsOf } from './templates/fill';
import { currentTemplate } from './templates/read-template.server';
import { writeDraft } from './write-draft.server';

export interface FollowUpExtra {
  /** A contact of the same supplier to write to instead of the first one. */
  contactId?: string | null;
  theme?: ThemeName;
  /** Notice of intent: ISO day from which we act, and what we do. */
  from?: string;
  intent?: { label: string; value: Slot }[];
}

export type FollowUpResult = { ok: true; id: string; reference: string } | { ok: false; message: string };

/** Working days that a notice of intent gives to object. */
const TIME_TO_OBJECT = 10;

const WORDS: Record<FollowKind, string> = {
  reminder: 'Reminder',
  escalation: 'Escalation',
  'notice-of-intent': 'Notice of intent',
  'answer-acceptance': 'Your answer',
};

/** Why a letter of this kind cannot follow this one now; null when it can. */
function whyNot(kind: FollowKind, letter: LetterRow): string | null {
  if (['draft', 'approved', 'withdrawn'].includes(letter.status)) {
    return `${letter.reference} has not been sent; there is nothing to follow yet.`;
  }
  if (kind === 'answer-acceptance' && letter.answeredAt === null) {
    return `${letter.reference} has no answer yet that could be accepted.`;
  }
  return null;
}

/**
 * Drafts in the caller's transaction. What Changemark drafts by itself has no author, so that the ladder may approve
 * a reminder.
 */
export async function draftFollowUp(
  tx: Tx,
  by: AuditActor,
  kind: FollowKind,
  letterId: string,
  extra: FollowUpExtra = {},
): Promise<FollowUpResult> {
  const { orgId } = by;
  const letter = await rootOf(tx, orgId, letterId);
  if (!letter) return { ok: false, message: 'There is no such letter.' };
  const reason = whyNot(kind, letter);
  if (reason) return { ok: false, message: reason };
  const followed = await followedLetter(tx, letter);
  if (!followed) return { ok: false, message: `${letter.reference} has no issued version to follow.` };
  const contactId = extra.contactId === undefined ? letter.contactId : extra.contactId;
  const current = await recipientOf(tx, orgId, letter.supplierId, contactId);
  if (current === 'no contact' && extra.contactId) {
    return { ok: false, message: 'Choose a contact of this supplier, or leave it blank.' };
  }
  // Nobody by name, or somebody retired since: the name and address that the letter went to still stand in it.
  const named = typeof current !== 'string' && current.contactId !== null;
  const recipient = named
    ? current
    : { ...asAddressed(letter), ...(typeof current === 'string' ? {} : postal(current)) };
  const { calendar: place } = await placeOf(tx, orgId);
  const policy = await readPolicy(tx, orgId, { supplierId: letter.supplierId, severity: letter.severity }, place);
  const { calendar } = policy;
  const date = today();
  const dues = await duesOf(tx, followed, date, calendar);
  const template = await currentTemplate(tx, orgId, kind);
  const reference = await nextLetterReference(tx, orgId, fileOfLetter(letter.reference));
  const from = extra.from ?? addWorkingDays(date, TIME_TO_OBJECT, calendar);
  const sender = await senderOf(tx, orgId);
  const person = await contactOf(tx, by, sender);
  const { model } = followed;
  const due = dues.find(({ workingDaysLate }) => workingDaysLate >= 0) ?? dues[0];
  const subject = `${WORDS[kind]}: ${letter.subject}`;
  const texts = fillTexts(kind, template.texts, {
    organisation: sender.organisation,
    supplier: recipient.supplierName,
    recipient: recipient.name || recipient.role || 'Sir or Madam',
    reference,
    date: longDate(date),
    device: 'the device',
    ...(followed.units === null ? {} : { units: `${followed.units} units` }),
    subject,
    sender: person.name ?? sender.organisation,
    ...(person.email ? { contact_email: person.email } : {}),
    ...(person.telephone ? { contact_telephone: person.telephone } : {}),
    followed_reference: letter.reference,
    followed_date: longDate(followed.about.date),
    followed_subject: letter.subject,
    due: due ? longDate(due.date) : 'the date given',
    days_late: `${Math.max(due?.workingDaysLate ?? 0, 0)}`,
    open_questions: `${followed.open.length}`,
    act_from: longDate(from),
  });
  const notice: NoticeLetter = {
    ...(extra.theme && extra.theme !== 'standard' ? { theme: extra.theme } : model.theme ? { theme: model.theme } : {}),
    mark: 'DRAFT – not sent',
    language: 'en-GB',
    reference,
    ...(model.yourReference ? { yourReference: model.yourReference } : {}),
    version: 'v1.0',
    date,
    sender: model.sender,
    recipient: recipient.name.trim()
      ? {
          name: [recipient.name, recipient.role].filter(Boolean).join(', '),
          lines: [recipient.supplierName, ...(recipient.lines ?? model.recipient.lines.slice(1))],
        }
      : model.recipient,
    salutation: recipient.name.trim() ? texts.salutation : texts.salutation_unnamed,
    subject: [subject],
    contact: by.userId
      ? [
          { label: 'Contact', value: [person.name, person.role].filter(Boolean).join(', ') || blank('named contact') },
          { label: 'Telephone', value: person.telephone ?? blank('direct number') },
          { label: 'E-mail', value: person.email ?? blank('e-mail address') },
        ]
      : model.contact,
    closing: recipient.name.trim() ? texts.closing : texts.closing_unnamed,
    signatory: by.userId
      ? { name: by.name, role: person.role ?? blank('role'), meaning: texts.signature }
      : { ...model.signatory, meaning: texts.signature },
    basis: [countedInWords(calendar), 'Part of a documented assessment; it alleges no defect and is no legal advice.'],
    ask: texts.ask,
    paragraphs: paragraphsOf(texts.opening),
    next: linesOf(texts.next_steps),
  };
  const written = await writeDraft(tx, by, {
    kind,
    reference,
    model: await partsOf(tx, kind, notice, followed, dues, from, extra),
    form: null,
    supplierId: letter.supplierId,
    supplierName: recipient.supplierName,
    contactId: recipient.contactId,
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    changeId: letter.changeId,
    ...(await subjectsOf(tx, letter)),
    campaignId: letter.campaignId,
    followsId: letter.id,
    subject,
    severity: letter.severity,
    templateNumber: template.number,
  });
  return { ok: true, ...written };
}

const postal = ({ lines }: Recipient) => (lines ? { lines } : {});

const asAddressed = (letter: LetterRow): Recipient => ({
  supplierId: letter.supplierId,
  supplierName: letter.supplierName,
  contactId: null,
  name: letter.recipientName,
  role: '',
  email: letter.recipientEmail,
});

/** What each kind adds to a notice. */
async function partsOf(
  tx: Tx,
  kind: FollowKind,
  notice: NoticeLetter,
  followed: FollowedLetter,
  due: Reminder['due'],
  from: string,
  extra: FollowUpExtra,
): Promise<Reminder | Escalation | NoticeOfIntent | AnswerAcceptance> {
  const { about, open, letter } = followed;
  switch (kind) {
    case 'reminder':
      return { ...notice, about, due, open };
    case 'escalation':
      return {
        ...notice,
        about,
        due,
        open,
        history: followed.history,
        stakes: [
          { label: 'Units here', value: followed.units === null ? blank('number of units') : `${followed.units}` },
          { label: 'Asked on', value: longDate(about.date) },
          { label: 'Questions without an answer', value: `${open.length}` },
        ],
      };
    case 'notice-of-intent':
      return {
        ...notice,
        about,
        intent: extra.intent ?? [
          { label: 'What we do', value: blank('the change or control, exactly') },
          { label: 'On', value: followed.units === null ? blank('units') : `${followed.units} units` },
          { label: 'Tested how', value: blank('test before and after, way back') },
          { label: 'Who answers for it', value: blank('name and role') },
        ],
        from,
        unanswered: open,
        grounds: await groundsOf(tx, letter),
        controls:
          followed.model.annexes?.controls ??
          interimControls([]).map((one) => ({ ...one, state: blank('in place? since') })),
      };
    case 'answer-acceptance':
      return { ...notice, about, accepted: await confirmedOf(tx, letter), stillOpen: open };
  }
}
