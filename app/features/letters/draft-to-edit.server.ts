/** A draft as its editor shows it, and what it is compared with when two people edit it. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters } from '../../../db/schema/index.server';
import type { AskingLetter } from '../../../documents/parts/letter-model';
import type { Actor } from '../../guard/actor';
import type { Dossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { latestAssessment } from '../assessments/assess-change.server';
import type { Asked } from './drafting/asked';
import { asksOf } from './drafting/asks-of-letter';
import { type DraftField, draftFields } from './drafting/draft-fields';
import { askedOf, isOwn, type OwnQuestion, ownText, questionLabel } from './drafting/draft-questions';
import { LETTER_KIND_WORDS, type LetterKind } from './letter-kinds';
import { type LetterRow, versionInWords } from './letter-row.server';
import { subjectsOf } from './letter-subjects.server';
import { modelFacts } from './model-facts.server';
import { type LetterVersion, readVersion } from './read-version.server';
import type { ReplyForm } from './reply-form';
import { BUILT_IN } from './templates/built-in';

export interface DraftToEdit {
  id: string;
  reference: string;
  kind: LetterKind;
  versionWords: string;
  revision: number;
  /** Why it cannot be edited; null when it can. */
  refusal: string | null;
  fields: DraftField[];
  theme: string;
  severity: string;
  recipientEmail: string;
  /** Null for a first version, which corrects nothing. */
  whatChanged: string | null;
  questions: { key: string; label: string; help: string }[];
  own: OwnQuestion[];
  /** Questions that the letter could ask and does not. */
  missing: { key: string; label: string }[];
}

/** Why a letter cannot be edited as it stands; null when it can. */
export function whyNotEdit(letter: LetterRow, version: LetterVersion): string | null {
  if (letter.status !== 'draft' || version.status !== 'draft') {
    return 'Only a draft is edited. To change what was approved or sent, begin a corrected version on the page of the letter.';
  }
  if (LETTER_KIND_WORDS[letter.kind].asks && version.form === null) {
    return 'This draft is from before answers were kept as data. Draft the letter anew.';
  }
  return null;
}

/** Null when the letter does not exist in the actor's organisation. */
export const draftToEdit = (actor: Actor, letterId: string): Promise<DraftToEdit | null> =>
  inOrganisation(actor, async (tx) => {
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orgId, actor.orgId), eq(letters.id, letterId)));
    if (!letter) return null;
    const version = await readVersion(tx, actor.orgId, letterId, letter.currentNumber);
    if (!version) throw new Error(`${letter.reference} has no version ${letter.currentNumber}`);
    const refusal = whyNotEdit(letter, version);
    const asked = refusal ? [] : questionsOf(version);
    const keys = new Set(asked.map(({ key }) => key));
    const derived = refusal || version.form === null ? [] : await derivedAsks(tx, letter, version);
    const { theme } = version.model as { theme?: string };
    return {
      id: letter.id,
      reference: letter.reference,
      kind: letter.kind,
      versionWords: versionInWords(version.number),
      revision: version.revision,
      refusal,
      fields: refusal ? [] : draftFields(letter.kind, version.model),
      theme: theme ?? 'standard',
      severity: letter.severity,
      recipientEmail: letter.recipientEmail,
      whatChanged: version.number > 1 ? version.whatChanged : null,
      questions: asked
        .filter((one) => !isOwn(one))
        .map((one) => ({ key: one.key, label: questionLabel(one), help: one.from ?? '' })),
      own: asked.filter(isOwn).map(ownText),
      missing: derived.filter(({ key }) => !keys.has(key)).map((one) => ({ key: one.key, label: questionLabel(one) })),
    };
  });

/** The questions of a version; none for a letter that asks nothing. */
export const questionsOf = ({ model, form }: LetterVersion): Asked[] =>
  form === null ? [] : askedOf(model as AskingLetter, form as ReplyForm);

/** What the letter would ask if it were drafted now, from the latest kept assessments: what was left out can come back. */
export async function derivedAsks(tx: Tx, letter: LetterRow, version: LetterVersion): Promise<Asked[]> {
  if (letter.kind === 'clarification-request') return [];
  const { orgId } = letter;
  const { annexes } = version.model as Partial<AskingLetter>;
  const { changes, models } = await subjectsOf(tx, letter);
  const results: { dossier: Dossier; result: AssessmentResult }[] = [];
  for (const { changeId } of changes) {
    const kept = await latestAssessment(tx, orgId, changeId);
    if (kept) results.push({ dossier: kept.dossier as Dossier, result: kept.result as AssessmentResult });
  }
  const facts = await modelFacts(
    tx,
    orgId,
    models.map(({ modelId }) => modelId),
  );
  const day = { date: '', workingDays: 0 };
  return asksOf({
    kind: letter.kind,
    date: '',
    matters: results,
    models: facts,
    vulnerabilities: annexes?.vulnerabilities.map(({ id }) => ({ cve: id })) ?? [],
    acknowledge: day,
    answer: day,
    counted: '',
    texts: BUILT_IN[letter.kind],
  }).asked;
}
