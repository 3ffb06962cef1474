/** From the material of a pack to the document that people read. Pure; nothing in it depends on the clock. */
import type { CompletenessLine } from '../../../db/schema/evidence.server';
import type { EvidencePack, PackChapter, PackLine } from '../../../documents/evidence-pack/model';
import { timeInWords } from '../../ui/time';
import { STATUS_LABELS } from '../changes/change-status';
import { completenessInWords, completenessOf, STATE_WORDS } from './completeness';
import { statusOf } from './judging';
import type { ChangeMaterial, Material } from './material';
import { statedSections } from './pack-sections';
import { signedSections, type TrailLine } from './pack-sections-signed';

/** Chapters and characters after which changes are only listed: some 150 pages, which take a thread about a minute. */
const MOST_CHAPTERS = 40;
const MOST_CHARACTERS = 260_000;

const STATEMENT = [
  'Completeness stands first: what is missing is said before what is there. “Not evidenced” means that the record holds nothing of it, whatever was done.',
  'Times are in universal time unless a zone is named. A signature that fell is printed with the fact that did it. Rows that were cut here stand whole in pack.json.',
  'To verify: open verify.html in a browser without a network and drop the ZIP on it, or run “changemark audit verify FILE”. Compare the name of the key with the one this organisation gave you by another way.',
  'This pack is documented reasoning that people signed. It claims no conformity with any regulation.',
];

/** What is missing is read first. */
const ORDER = ['not_evidenced', 'evidenced', 'not_applicable'] as const;

const line = ({ label, state, words }: CompletenessLine): PackLine => ({ label, words, state: STATE_WORDS[state] });

function chapterOf(one: ChangeMaterial, events: readonly TrailLine[], day: string): PackChapter {
  return {
    reference: one.change.reference,
    title: one.change.title || 'without a title',
    state: STATUS_LABELS[statusOf(one)],
    missing: completenessOf(one, day)
      .filter(({ state }) => state === 'not_evidenced')
      .map(line),
    sections: [...statedSections(one), ...signedSections(one, events)],
  };
}

export interface PackSubject {
  /** "change CM-2026-000123", "device TR-96" */
  scopeWords: string;
  title: string;
}

/** How many of each thing the pack holds: the same numbers on the page, in the PDF and in pack.json. */
export function countsOf({ changes }: Material): { label: string; value: string }[] {
  const all = <T>(of: (one: ChangeMaterial) => readonly T[]) => changes.flatMap(of);
  const signatures = all((one) => one.signatures);
  const letters = new Map(all((one) => one.letters).map((one) => [one.letter.id, one]));
  const fallen = signatures.filter(({ voidedAt }) => voidedAt !== null).length;
  return [
    { label: 'Changes', value: String(changes.length) },
    {
      label: 'Signatures',
      value: fallen > 0 ? `${signatures.length}, of which ${fallen} fell` : String(signatures.length),
    },
    { label: 'Dissents', value: String(all((one) => one.dissents).length) },
    { label: 'Conditions', value: String(all((one) => one.conditions).length) },
    { label: 'Letters', value: String(letters.size) },
    { label: 'Replies', value: String([...letters.values()].flatMap(({ replies }) => replies).length) },
    { label: 'Files', value: String(all((one) => one.attachments).length) },
    { label: 'Units carried out on', value: String(all((one) => one.implementations).length) },
  ];
}

/** @param eventsOf the newest events of a change, newest first */
export function packModel(
  material: Material,
  { scopeWords, title }: PackSubject,
  completeness: readonly CompletenessLine[],
  eventsOf: (changeId: string) => readonly TrailLine[],
): EvidencePack {
  const { organisation, trail, changes } = material;
  const day = trail.at.slice(0, 10);
  const chapters: PackChapter[] = [];
  let characters = 0;
  for (const one of changes) {
    const chapter = chapterOf(one, eventsOf(one.change.id), day);
    characters += JSON.stringify(chapter).length;
    // The first is always printed, however much there is to say of it.
    if (chapters.length >= MOST_CHAPTERS || (chapters.length > 0 && characters > MOST_CHARACTERS)) break;
    chapters.push(chapter);
  }
  return {
    language: 'en-GB',
    scope: scopeWords,
    title,
    organisation: { name: organisation.name, lines: organisation.lines },
    cut: { seq: trail.seq, hash: trail.hash, at: timeInWords(trail.at) },
    counts: countsOf(material),
    summary: completenessInWords(completeness),
    completeness: ORDER.flatMap((state) => completeness.filter((one) => one.state === state)).map(line),
    chapters,
    beyond: changes.slice(chapters.length).map((one) => ({
      reference: one.change.reference,
      title: one.change.title || 'without a title',
      state: STATUS_LABELS[statusOf(one)],
    })),
    statement: STATEMENT,
  };
}
