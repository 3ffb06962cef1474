/** Saving the texts of a kind of letter: always a new version; the earlier ones stay readable and can come back. */
import { inOrganisation, type Tx } from '../../../../db/client.server';
import { letterTemplates } from '../../../../db/schema/index.server';
import { record } from '../../../audit/append.server';
import type { Actor } from '../../../guard/actor';
import { auditActor } from '../../../guard/guard.server';
import type { Kept } from '../../changes/posted';
import { type Difference, refused, type SaveResult, saved } from '../../save-result';
import { storableText } from '../../text-input';
import { unlessTaken } from '../../unique.server';
import { LETTER_KIND_WORDS, type LetterKind } from '../letter-kinds';
import { TEXT_WORDS, type TemplateTexts, textsOf } from './fields';
import { refusalsOf } from './fill';
import { currentTemplate, templateNumber } from './read-template.server';

/** A letter is read by people: a template longer than this is no letter any more. */
const LONGEST = 20_000;
const LONGEST_NOTE = 2000;

const SAME_MOMENT = refused('', 'Somebody else saved at the same moment. Send the form again.');

/** The texts of a posted form, and what is refused in them. */
export function readTexts(kind: LetterKind, kept: Kept): { texts: TemplateTexts; errors: Record<string, string[]> } {
  const texts = Object.fromEntries(textsOf(kind).map((name) => [name, storableText(kept[name]?.[0] ?? '').trim()]));
  const errors = refusalsOf(kind, texts);
  for (const name of textsOf(kind)) {
    if ((texts[name] ?? '').length > LONGEST) {
      errors[name] = [`${TEXT_WORDS[name].label}: at most ${LONGEST.toLocaleString('en-GB')} characters.`];
    } else if (TEXT_WORDS[name].rows === 1 && (texts[name] ?? '').includes('\n')) {
      errors[name] = [`${TEXT_WORDS[name].label}: one line.`];
    }
  }
  return { texts, errors };
}

const different = (kind: LetterKind, theirs: TemplateTexts, mine: TemplateTexts): Difference[] =>
  textsOf(kind).flatMap((name) =>
    theirs[name] === mine[name]
      ? []
      : [{ label: TEXT_WORDS[name].label, theirs: theirs[name] ?? '', typed: mine[name] ?? '' }],
  );

/** Saves a new version. Who began from an older one is told, with both texts. */
export const saveTemplate = (actor: Actor, kind: LetterKind, kept: Kept): Promise<SaveResult> =>
  unlessTaken<SaveResult>(SAME_MOMENT_BY_INDEX, () =>
    inOrganisation(actor, async (tx): Promise<SaveResult> => {
      const { texts, errors } = readTexts(kind, kept);
      const note = storableText(kept.note?.[0] ?? '').trim();
      if (note === '') errors.note = ['Say in a few words what is new: whoever approves letters reads it.'];
      if (note.length > LONGEST_NOTE) errors.note = [`At most ${LONGEST_NOTE} characters.`];
      if (Object.keys(errors).length > 0) return { ok: false, errors, conflict: null };
      const current = await currentTemplate(tx, actor.orgId, kind);
      const differences = different(kind, current.texts, texts);
      if (differences.length === 0) return refused('', 'Nothing differs from the version in force.');
      if (Number(kept.version?.[0]) !== current.number) {
        const savedBy = 'Somebody else';
        const savedAt = new Date().toISOString();
        return { ok: false, errors: {}, conflict: { version: current.number, savedBy, savedAt, differences } };
      }
      await write(tx, actor, kind, current.number + 1, texts, note);
      return saved(kind);
    }),
  );

/** Brings an earlier version back, as a new one. Null when there is no such version. */
export const restoreTemplate = (actor: Actor, kind: LetterKind, number: number): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(SAME_MOMENT_BY_INDEX, () =>
    inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
      const earlier = await templateNumber(tx, actor.orgId, kind, number);
      if (!earlier) return null;
      const current = await currentTemplate(tx, actor.orgId, kind);
      if (different(kind, current.texts, earlier.texts).length === 0) {
        return refused('', 'This version says the same as the one in force.');
      }
      const words = number === 0 ? 'Back to the texts that Changemark brings along' : `Back to version ${number}`;
      await write(tx, actor, kind, current.number + 1, earlier.texts, words);
      return saved(kind);
    }),
  );

const SAME_MOMENT_BY_INDEX = { letter_templates_once: SAME_MOMENT };

async function write(tx: Tx, actor: Actor, kind: LetterKind, number: number, texts: TemplateTexts, note: string) {
  const [row] = await tx
    .insert(letterTemplates)
    .values({
      orgId: actor.orgId,
      kind,
      number,
      texts: Object.fromEntries(textsOf(kind).map((name) => [name, texts[name] ?? ''])),
      note,
      createdBy: actor.userId,
      createdByName: actor.name,
    })
    .returning({ id: letterTemplates.id });
  await record(tx, auditActor(actor), {
    action: 'template.saved',
    object: { type: 'letter_template', id: row?.id ?? null, ref: LETTER_KIND_WORDS[kind].label },
    detail: { kind, number },
    reason: note,
  });
}
