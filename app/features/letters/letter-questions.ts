/** The deciding questions of a letter, taken from what an assessment leaves open. Pure. */
import { chartOf } from '../../regulation/charts/index';
import { ASKINGS, type Asking, asking } from '../../regulation/facts/asking';
import { fact as factOf } from '../../regulation/facts/dictionary';
import type { Ask, AssessmentResult, OpenQuestion } from '../../regulation/result';
import { citationText, sourceOf } from '../../regulation/sources';
import { confidenceInWords } from '../../ui/badge';
import { type Asked, askedOnce, type Clause } from './drafting/asked';
import { choicesOf, type WrittenChoice } from './drafting/choices';

/** Questions in bold, with what they settle; what is open beyond these is asked briefly. */
const MOST_DECIDING = 6;
/** Beyond these a letter is no longer answered in minutes; the rest is asked once the first answers are there. */
const MOST_BRIEF = 6;

/** One change whose assessment leaves questions open. */
export interface Walked {
  result: AssessmentResult;
  /** Device and reference of the change, named where a letter is about several. */
  about?: string;
}

/** A question with what decides its place in the letter. */
interface Ranked {
  asked: Asked;
  /** 0: the maker's own; 1: one that we also try to answer; 2: it only decides which rules apply. */
  rank: number;
  narrows: number;
  /** Facts that the question asks for. */
  facts: readonly string[];
  about: string[];
}

interface Occurrence {
  instrument: string;
  /** In which the instrument was walked. */
  edition: string;
  open: OpenQuestion;
}

const nameOf = (instrument: string, edition?: string) => chartOf(instrument, edition)?.name ?? instrument;

/** Where an ask stands open: the same facts in another instrument are the same question. */
function occurrencesOf(result: AssessmentResult, ask: Ask): Occurrence[] {
  const facts = ask.facts.join(' ');
  return result.findings
    .filter((finding) => ask.instruments.includes(finding.instrument))
    .flatMap(({ instrument, edition, open }) => open.map((one) => ({ instrument, edition, open: one })))
    .filter(({ open }) => (facts === '' ? open.question === ask.question : open.facts.join(' ') === facts));
}

/** What we know to ask about a name; an ask may also hang on the kind of change, which is no fact and no supplier's. */
function askingOf(key: string | undefined): Asking | undefined {
  return key !== undefined && (factOf(key) || Object.hasOwn(ASKINGS, key)) ? asking(key) : undefined;
}

/** Fixed answers for a question of a chart that no single fact answers. */
const LATER: WrittenChoice = { label: 'Not yet assessed; answer by', fill: '', id: 'later' };

/** A value stands only on the choices of one fact; where several are taken together, yes and no state none of them. */
const yesNo = (states: boolean): WrittenChoice[] => [
  { label: 'No', ...(states ? { value: false } : {}) },
  { label: 'Yes', ...(states ? { value: true } : {}) },
];

/** "Not yet assessed" and the like get a line for the date: a question may be put off, but not for ever. */
function writtenChoices(fact: string | undefined): WrittenChoice[] {
  const { letter, valueLabels } = askingOf(fact) ?? {};
  const type = fact === undefined ? undefined : factOf(fact)?.type;
  if (!letter) {
    if (valueLabels) {
      return [
        ...Object.entries(valueLabels).map(([value, label]) => ({ label, value: type === 'set' ? [value] : value })),
        LATER,
      ];
    }
    if (type === 'number' || type === 'date')
      return [{ label: type === 'date' ? 'Date:' : 'Number:', fill: '' }, LATER];
    return [...yesNo(type === 'boolean'), LATER];
  }
  return letter.choices.map(({ label, value }) => {
    if (value === 'unknown') return { label: `${label}; answer by`, fill: '', id: 'later' };
    return { label, value, ...(typeof value === 'boolean' ? { id: value ? 'yes' : 'no' } : {}) };
  });
}

const MOST_OUTCOMES = 4;
const MOST_PLACES = 2;

function outcomesInWords({ instrument, edition }: Occurrence, codes: readonly string[]): string {
  const outcomes = chartOf(instrument, edition)?.outcomes ?? {};
  const labels = codes.map((code) => outcomes[code]?.label ?? code);
  if (labels.length <= MOST_OUTCOMES) return labels.join(' or ') || 'nothing';
  return `${labels.slice(0, MOST_OUTCOMES - 1).join(', ')} or one of ${labels.length - MOST_OUTCOMES + 1} others`;
}

/** What each answer would leave, in the words of each chart. A fact with answers other than yes and no says it as such. */
function settlesOf(place: Occurrence): string {
  const { instrument, edition, open } = place;
  const yes = outcomesInWords(place, open.if_yes);
  const no = outcomesInWords(place, open.if_no);
  return `${nameOf(instrument, edition)} ${open.question}: yes leaves ${yes}; no leaves ${no}.`;
}

function clausesOf({ instrument, edition, open }: Occurrence): Clause[] {
  const node = chartOf(instrument, edition)?.nodes[open.question];
  if (!node) return [];
  const source = sourceOf(node.cite);
  return [
    {
      document: source ? `${source.short}, ${source.edition}` : node.cite.source,
      place: [node.cite.at, open.question].filter(Boolean).join('; '),
      confidence: confidenceInWords(node.confidence),
    },
  ];
}

/** The clauses of the charts, and the document that usually holds the answer (often an MDS2 question). */
function sourcesOf(fact: string | undefined, places: Occurrence[]): string {
  const clauses = places.flatMap(({ instrument, edition, open }) => {
    const node = chartOf(instrument, edition)?.nodes[open.question];
    return node ? [citationText(node.cite)] : [];
  });
  const own = askingOf(fact)?.foundIn;
  return [...new Set(clauses), ...(own ? [`see ${own}`] : [])].join('; ');
}

/** What the question is about, the same in every letter: its fact, its facts together, or the box of the chart. */
function keyOf(ask: Ask): string {
  const together = `fact:${[...ask.facts].sort().join('+')}`;
  if (ask.facts.length > 0 && together.length <= 200) return together;
  return `chart:${ask.instruments[0] ?? ''}/${ask.question}`.slice(0, 200);
}

function asked(result: AssessmentResult, ask: Ask): Asked {
  const places = occurrencesOf(result, ask);
  const fact = ask.facts.length === 1 ? ask.facts[0] : undefined;
  const letter = askingOf(fact)?.letter;
  const covered = ask.facts.length > 1 ? ask.facts.flatMap((key) => askingOf(key)?.letter?.text ?? []) : [];
  const choices = choicesOf(writtenChoices(fact));
  return {
    key: keyOf(ask),
    text: letter?.text ?? ask.text,
    ...(covered.length > 0 && { help: `This takes together: ${covered.join(' ')}` }),
    choices,
    line: 'Comment or document',
    settles:
      places.length > 0
        ? [
            ...places.slice(0, MOST_PLACES).map(settlesOf),
            ...(places.length > MOST_PLACES ? ['And more, annex D.'] : []),
          ]
        : [
            `It decides whether ${ask.instruments.map((id) => nameOf(id)).join(', ')} ${ask.instruments.length === 1 ? 'applies' : 'apply'}.`,
          ],
    from: sourcesOf(fact, places),
    deciding: true,
    facts: fact !== undefined && factOf(fact) && choices.some(({ value }) => value !== undefined) ? [fact] : [],
    cves: [],
    clauses: places.flatMap(clausesOf),
  };
}

/** Whether there is a question of ours, in the second person, for the one fact an ask hangs on. */
const hasLetter = (ask: Ask): boolean =>
  ask.facts.length === 1 && ask.facts.some((fact) => askingOf(fact)?.letter !== undefined);

/** A fact on which only hangs whether an instrument applies. */
const choosesInstruments = (ask: Ask): boolean => ask.facts[0] === ask.question;

/** Whether the supplier can answer: the question is the maker's, or one that we may put to a maker. */
const forSupplier = (ask: Ask): boolean => hasLetter(ask) || (ask.to === 'manufacturer' && !choosesInstruments(ask));

const rankOf = (ask: Ask): number => {
  if (choosesInstruments(ask)) return 2;
  return ask.to === 'manufacturer' ? 0 : 1;
};

/** The asks of all changes, each question once: the best rank and the most it narrows anywhere decide its place. */
function ranked(walked: readonly Walked[]): Ranked[] {
  const byKey = new Map<string, Ranked>();
  for (const { result, about } of walked) {
    for (const ask of result.ask.filter(forSupplier)) {
      const one = asked(result, ask);
      const known = byKey.get(one.key);
      const here = about ? [about] : [];
      byKey.set(one.key, {
        asked: known ? (askedOnce([known.asked, one])[0] ?? one) : one,
        rank: Math.min(rankOf(ask), known?.rank ?? 2),
        narrows: Math.max(ask.narrows, known?.narrows ?? 0),
        facts: ask.facts,
        about: [...new Set([...(known?.about ?? []), ...here])],
      });
    }
  }
  return [...byKey.values()];
}

const placed = ({ asked: one, about }: Ranked, changes: number): Asked => {
  if (changes < 2 || about.length === 0) return one;
  const where = about.length === changes ? 'Asked for all of them.' : `Asked for: ${about.join('; ')}.`;
  return { ...one, help: [one.help, where].filter(Boolean).join(' ') };
};

export interface OpenAsks {
  /** In full, most decisive first. */
  deciding: Asked[];
  /** What is open beyond these, briefly. */
  brief: Asked[];
  /** Facts that are asked for by either. */
  facts: ReadonlySet<string>;
}

/**
 * What to ask the supplier about these changes, most decisive first, the maker's own questions before those we also
 * try to answer ourselves. The same question is asked once, whatever number of instruments and changes hang on it.
 */
export function openAsks(walked: readonly Walked[]): OpenAsks {
  // Stable: what narrows as much keeps the order of the assessments.
  const all = ranked(walked).sort((one, other) =>
    walked.length > 1 ? one.rank - other.rank || other.narrows - one.narrows : one.rank - other.rank,
  );
  // What only decides which rules apply is our own homework: asked along the way, never the reason for a letter.
  const real = all.filter(({ rank }) => rank < 2);
  const homework = real.length > 0 ? all.filter(({ rank }) => rank === 2) : [];
  const deciding = real.slice(0, MOST_DECIDING);
  const brief = [...real.slice(MOST_DECIDING), ...homework].slice(0, MOST_BRIEF);
  return {
    deciding: deciding.map((one) => placed(one, walked.length)),
    brief: brief.map((one) => {
      const { line: _line, settles: _settles, help: _help, ...rest } = placed(one, walked.length);
      return { ...rest, deciding: false, block: { letter: '', title: 'Also open in the charts' } };
    }),
    facts: new Set([...deciding, ...brief].flatMap(({ facts }) => facts)),
  };
}
