/** Saving an edit of a draft. Two editors: the second is told, sees both texts and loses nothing. */
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters, letterVersions, type Severity, users } from '../../../db/schema/index.server';
import type { AskingLetter, LetterBase } from '../../../documents/parts/letter-model';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import type { Kept } from '../changes/posted';
import { placeOf } from '../clocks/place.server';
import { readPolicy } from '../clocks/read-policy.server';
import { type Difference, refused, type SaveResult, saved } from '../save-result';
import { storableText } from '../text-input';
import { derivedAsks, questionsOf, whyNotEdit } from './draft-to-edit.server';
import type { Asked } from './drafting/asked';
import { deadlineOn } from './drafting/deadlines';
import { applyFields, draftFields } from './drafting/draft-fields';
import { isOwn, MOST_QUESTIONS, ownText, questionLabel, readOwn, withQuestions } from './drafting/draft-questions';
import { subjectInWords } from './drafting/letter-frame';
import { SEVERITY_IDS, SEVERITY_WORDS, THEME_WORDS, THEMES } from './letter-choices';
import { type LetterRow, letterObject, lockLetter, versionInWords } from './letter-row.server';
import { type LetterVersion, readVersion } from './read-version.server';
import type { ReplyForm } from './reply-form';

const LONGEST_NOTE = 2000;
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** The form as posted. What a field's name says of it stands in draft-fields.ts; the others are listed here. */
interface Posted {
  version: number;
  fields: Map<string, string>;
  keep: ReadonlySet<string>;
  /** Questions that stood in the form: one that did not, because somebody added it meanwhile, is not left out. */
  offered: ReadonlySet<string>;
  add: ReadonlySet<string>;
  own: { key: string; text: string; choices: string; isNew: boolean }[];
  theme: string;
  severity: string;
  email: string;
  whatChanged: string | null;
}

const NEW_OWN = ['new1', 'new2'];

function readPosted(kept: Kept): Posted {
  const one = (name: string) => kept[name]?.[0] ?? '';
  const keys = new Set(
    Object.keys(kept).flatMap((name) => {
      const found = /^own:(.+):text$/.exec(name);
      return found?.[1] ? [found[1]] : [];
    }),
  );
  return {
    version: Number(one('version')) || 0,
    fields: new Map(
      Object.entries(kept).flatMap(([name, [value = '']]) => (name.startsWith('field:') ? [[name, value]] : [])),
    ),
    keep: new Set(kept.keep),
    offered: new Set(kept.offered),
    add: new Set(kept.add),
    own: [...keys].map((key) => ({
      key,
      text: one(`own:${key}:text`),
      choices: one(`own:${key}:choices`),
      isNew: NEW_OWN.includes(key),
    })),
    theme: one('theme'),
    severity: one('severity'),
    email: storableText(one('recipient_email')).trim(),
    whatChanged: kept.what_changed ? storableText(one('what_changed')).trim() : null,
  };
}

type Errors = Record<string, string[]>;

/** What stays in, what comes back in, and what was typed by hand; a question by hand without any text is dropped. */
function readQuestions(posted: Posted, now: readonly Asked[], derived: readonly Asked[], errors: Errors): Asked[] {
  const kept = now.filter((one) => !isOwn(one) && (posted.keep.has(one.key) || !posted.offered.has(one.key)));
  const back = derived.filter(({ key }) => posted.add.has(key) && !now.some((one) => one.key === key));
  const own = posted.own.flatMap(({ key, text, choices, isNew }): Asked[] => {
    if (text.trim() === '' && (isNew ? choices.trim() === '' : true)) return [];
    const known = now.find((one) => one.key === `own:${key}`);
    const read = readOwn({ text, choices }, known?.key ?? `own:${randomUUID()}`);
    if (read.ok)
      return [known && ownText(known).text === text && ownText(known).choices === choices ? known : read.asked];
    errors[`own:${key}:text`] = [read.message];
    return [];
  });
  // A question by hand that somebody else added since the form was opened was not in the form: it stays.
  const unseen = now.filter((one) => isOwn(one) && !posted.own.some(({ key }) => `own:${key}` === one.key));
  const all = [...kept, ...back, ...own, ...unseen];
  if (all.length > MOST_QUESTIONS) errors.keep = [`At most ${MOST_QUESTIONS} questions in one letter.`];
  // One that came back stands where it would have stood.
  const place = new Map(derived.map(({ key }, index) => [key, index]));
  const order = ({ key }: Asked) => place.get(key) ?? (key.startsWith('own:') ? 1e6 : -1);
  return back.length > 0 ? all.sort((one, other) => order(one) - order(other)) : all;
}

/** Saves an edit; null when the letter does not exist in the actor's organisation. */
export const editDraft = (actor: Actor, letterId: string, kept: Kept): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    const version = await readVersion(tx, actor.orgId, letterId, letter.currentNumber);
    if (!version) throw new Error(`${letter.reference} has no version ${letter.currentNumber}`);
    const whyNot = whyNotEdit(letter, version);
    if (whyNot) return refused('', whyNot);
    const posted = readPosted(kept);
    const { calendar: place } = await placeOf(tx, actor.orgId);
    const { calendar } = await readPolicy(tx, actor.orgId, letter, place);
    const before = version.model as LetterBase;
    const applied = applyFields(letter.kind, before, posted.fields, (day) => deadlineOn(before.date, day, calendar));
    const errors: Errors = applied.ok ? {} : applied.errors;
    const theme = THEMES.find((one) => one === posted.theme);
    const severity = SEVERITY_IDS.find((one) => one === posted.severity);
    if (!theme) errors.theme = ['Choose a look.'];
    if (!severity) errors.severity = ['Choose a severity.'];
    if (posted.email !== '' && !EMAIL.test(posted.email)) errors.recipient_email = ['This is not an e-mail address.'];
    if (posted.whatChanged !== null && posted.whatChanged.length > LONGEST_NOTE) {
      errors.what_changed = [`At most ${LONGEST_NOTE} characters: it is printed at the top of the letter.`];
    }
    const now = questionsOf(version);
    const asked =
      version.form === null ? [] : readQuestions(posted, now, await derivedAsks(tx, letter, version), errors);
    if (version.form !== null && asked.length === 0 && !errors.keep)
      errors.keep = ['A letter of this kind asks something.'];
    if (Object.keys(errors).length > 0 || !applied.ok || !theme || !severity)
      return { ok: false, errors, conflict: null };
    const dated = order(applied.model as unknown as AskingLetter);
    if (dated) return { ok: false, errors: dated, conflict: null };
    const corrects = before.corrects;
    const themed: LetterBase = {
      ...(applied.model as unknown as LetterBase),
      ...(theme === 'standard' ? {} : { theme }),
      ...(corrects && posted.whatChanged !== null
        ? { corrects: { ...corrects, whatChanged: posted.whatChanged } }
        : {}),
    };
    if (theme === 'standard') delete themed.theme;
    const next =
      version.form === null
        ? { model: themed, form: null }
        : withQuestions(themed as AskingLetter, version.form as ReplyForm, asked);
    const after = { ...next, severity, email: posted.email, whatChanged: posted.whatChanged ?? version.whatChanged };
    const changed = differences(letter, version, now, after, asked);
    if (changed.length === 0) return saved(letterId);
    if (posted.version !== version.revision) return conflict(tx, letter, version, changed);
    await store(tx, actor, letter, version, after, changed, asked.length);
    return saved(letterId);
  });

/** An acknowledgement is wanted before the answer. */
function order({ acknowledge, answer }: Partial<AskingLetter>): Errors | null {
  if (!acknowledge || !answer || acknowledge.date <= answer.date) return null;
  return { 'field:acknowledge': ['The acknowledgement is wanted no later than the answer.'] };
}

interface After {
  model: LetterBase;
  form: ReplyForm | null;
  severity: Severity;
  email: string;
  whatChanged: string;
}

const listOf = (asked: readonly Asked[]): string =>
  asked
    .map((one) => (isOwn(one) ? `${one.text} (${ownText(one).choices.replaceAll('\n', ' / ')})` : questionLabel(one)))
    .join('\n');

/** What the typed draft says otherwise than the saved one. */
function differences(
  letter: LetterRow,
  version: LetterVersion,
  now: readonly Asked[],
  after: After,
  asked: readonly Asked[],
): Difference[] {
  const before = version.model as LetterBase;
  const typed = new Map(draftFields(letter.kind, after.model).map(({ name, value }) => [name, value]));
  const all = [
    ...draftFields(letter.kind, before).map(({ name, label, value }) => [label, value, typed.get(name) ?? ''] as const),
    ['E-mail', letter.recipientEmail, after.email] as const,
    ['Severity', SEVERITY_WORDS[letter.severity], SEVERITY_WORDS[after.severity]] as const,
    ['Look', THEME_WORDS[before.theme ?? 'standard'], THEME_WORDS[after.model.theme ?? 'standard']] as const,
    ['What changed', version.whatChanged, after.whatChanged] as const,
    ['Questions', listOf(now), listOf(asked)] as const,
  ];
  return all.flatMap(([label, theirs, mine]) =>
    theirs === mine ? [] : [{ label, theirs: theirs || 'empty', typed: mine || 'empty' }],
  );
}

async function conflict(tx: Tx, letter: LetterRow, version: LetterVersion, changed: Difference[]): Promise<SaveResult> {
  const [person] = letter.updatedBy
    ? await tx.select({ name: users.name }).from(users).where(eq(users.id, letter.updatedBy))
    : [];
  return {
    ok: false,
    errors: {},
    conflict: {
      version: version.revision,
      savedBy: person?.name ?? 'somebody else',
      savedAt: letter.updatedAt.toISOString(),
      differences: changed,
    },
  };
}

async function store(
  tx: Tx,
  actor: Actor,
  letter: LetterRow,
  version: LetterVersion,
  { model, form, severity, email, whatChanged }: After,
  changed: Difference[],
  questions: number,
): Promise<void> {
  const name = model.recipient.name;
  const sameName = JSON.stringify(name) === JSON.stringify((version.model as LetterBase).recipient.name);
  await tx
    .update(letterVersions)
    .set({
      model,
      form,
      whatChanged,
      revision: version.revision + 1,
      authors: [...new Set([...version.authors, actor.userId])],
    })
    .where(
      and(
        eq(letterVersions.orgId, actor.orgId),
        eq(letterVersions.letterId, letter.id),
        eq(letterVersions.number, version.number),
      ),
    );
  await tx
    .update(letters)
    .set({
      subject: subjectInWords(model.subject),
      severity,
      recipientEmail: email,
      ...(sameName ? {} : { recipientName: typeof name === 'string' ? name : '', contactId: null }),
      questionsAsked: questions,
      questionsOpen: questions,
      version: sql`${letters.version} + 1`,
      updatedAt: new Date(),
      updatedBy: actor.userId,
    })
    .where(and(eq(letters.orgId, actor.orgId), eq(letters.id, letter.id)));
  await record(tx, auditActor(actor), {
    action: 'letter.edited',
    object: letterObject(letter),
    detail: {
      version: versionInWords(version.number),
      revision: version.revision + 1,
      changed: changed.map(({ label, theirs, typed }) => ({
        field: label,
        from: theirs.slice(0, 2000),
        to: typed.slice(0, 2000),
      })),
    },
  });
}
