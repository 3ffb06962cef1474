/** Drafting the question which of two contradicting statements of a supplier holds. */
import type { Tx } from '../../../db/client.server';
import type { ContradictionSide } from '../../../db/schema/index.server';
import type { ClarificationRequest, QuotedSide } from '../../../documents/clarification-request/model';
import type { AuditActor } from '../../audit/events';
import { fact } from '../../regulation/facts/dictionary';
import { nextLetterReference } from '../changes/references.server';
import { addDays, addWorkingDays } from '../clocks/calendars';
import { placeOf } from '../clocks/place.server';
import { readPolicy } from '../clocks/read-policy.server';
import { today } from '../today';
import { contactOf, recipientOf, senderOf } from './addressed.server';
import type { Asked } from './drafting/asked';
import { choicesOf } from './drafting/choices';
import { askingLetter } from './drafting/compose-letter';
import { countedInWords, deadlineOn } from './drafting/deadlines';
import { longDate } from './drafting/long-date';
import { modelFacts } from './model-facts.server';
import { currentTemplate } from './templates/read-template.server';
import { writeDraft } from './write-draft.server';

export interface Contradicting {
  supplierId: string;
  modelId: string | null;
  /** As in ReplyQuestion.key. */
  subject: string;
  label: string;
  one: ContradictionSide;
  other: ContradictionSide;
  /** Changes that hang on the answer, so that it is confirmed for them. */
  changeIds?: readonly string[];
}

const LONGEST_QUOTATION = 160;
const shortened = (text: string): string => {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim());
  return signs.length > LONGEST_QUOTATION ? `${signs.slice(0, LONGEST_QUOTATION - 1).join('')}…` : signs.join('');
};

const sideOf = ({ document, quotation, page, saidBy, saidOn }: ContradictionSide): QuotedSide => ({
  where: document,
  quotation,
  page,
  said: [saidBy, saidOn ? longDate(saidOn) : ''].filter(Boolean).join(', '),
});

/** What a side's value says of the fact at hand, where it can be said by a choice. */
function stated({ value }: ContradictionSide, key: string | undefined): { value?: boolean | string | number } {
  const plain = typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number';
  return key !== undefined && plain && value !== 'unknown' ? { value } : {};
}

/** The one question of the letter. Its key is that of the contradiction, so that the answer is held against both. */
export function clarifyingAsk({ subject, label, one, other }: Omit<Contradicting, 'supplierId' | 'modelId'>): Asked {
  const key = subject.startsWith('fact:') && fact(subject.slice(5)) ? subject.slice(5) : undefined;
  return {
    key: subject.slice(0, 200),
    text: `${label}: which of the two statements holds today?`,
    choices: choicesOf([
      { id: 'one', label: `The first: “${shortened(one.quotation)}”`, ...stated(one, key) },
      { id: 'other', label: `The second: “${shortened(other.quotation)}”`, ...stated(other, key) },
      { id: 'both', label: 'Both, because', fill: '' },
      { id: 'neither', label: 'Neither; what holds is', fill: '' },
    ]),
    line: 'Comment or document',
    from: [one, other]
      .map(({ document, page }) => [document, page && `page ${page}`].filter(Boolean).join(', '))
      .join('; '),
    deciding: true,
    facts: key === undefined ? [] : [key],
    cves: subject.startsWith('vex:') ? [subject.slice(4)] : [],
    clauses: [],
  };
}

/** Drafts in the caller's transaction; whoever asks becomes its author. */
export async function draftClarification(
  tx: Tx,
  by: AuditActor,
  wish: Contradicting,
): Promise<{ id: string; reference: string }> {
  const { orgId } = by;
  const recipient = await recipientOf(tx, orgId, wish.supplierId, null);
  if (typeof recipient === 'string') throw new Error(`There is no supplier ${wish.supplierId}`);
  const models = await modelFacts(tx, orgId, wish.modelId ? [wish.modelId] : []);
  const { calendar: place } = await placeOf(tx, orgId);
  const { stages, calendar } = await readPolicy(
    tx,
    orgId,
    { supplierId: wish.supplierId, severity: 'not_rated' },
    place,
  );
  const date = today();
  const days = ({ days: count, unit }: { days: number; unit: string }) =>
    unit === 'working' ? addWorkingDays(date, count, calendar) : addDays(date, count, calendar);
  const sender = await senderOf(tx, orgId);
  const contact = await contactOf(tx, by, sender);
  const template = await currentTemplate(tx, orgId, 'clarification-request');
  const reference = await nextLetterReference(tx, orgId, null);
  const more: Pick<ClarificationRequest, 'about' | 'sides'> = {
    about: wish.label,
    sides: [sideOf(wish.one), sideOf(wish.other)],
  };
  const { model, form, subject } = askingLetter(
    {
      kind: 'clarification-request',
      reference,
      date,
      sender,
      recipient: { organisation: recipient.supplierName, ...(recipient.lines ? { lines: recipient.lines } : {}) },
      contact,
      signatory: { name: by.name, ...(contact.role ? { role: contact.role } : {}) },
      matters: [],
      models,
      vulnerabilities: [],
      acknowledge: deadlineOn(date, days(stages.acknowledge), calendar),
      answer: deadlineOn(date, days(stages.position), calendar),
      counted: countedInWords(calendar),
      texts: template.texts,
    },
    { asked: [clarifyingAsk(wish)], deciding: 1 },
    more,
  );
  return writeDraft(tx, by, {
    kind: 'clarification-request',
    reference,
    model,
    form,
    supplierId: wish.supplierId,
    supplierName: recipient.supplierName,
    contactId: null,
    recipientName: '',
    recipientEmail: '',
    changeId: null,
    changes: (wish.changeIds ?? []).map((changeId) => ({ changeId, assessmentId: null })),
    models: models.map(({ id, units }) => ({ modelId: id, units })),
    campaignId: null,
    followsId: null,
    subject,
    severity: 'not_rated',
    templateNumber: template.number,
  });
}
