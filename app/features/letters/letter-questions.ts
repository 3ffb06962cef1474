/** The deciding questions of a letter, taken from what an assessment leaves open. Pure. */
import type { Question } from '../../../documents/parts/question';
import type { Annexes } from '../../../documents/supplier-request-letter/model';
import { chartOf } from '../../regulation/charts/index';
import { ASKINGS, type Asking, asking } from '../../regulation/facts/asking';
import { fact as factOf } from '../../regulation/facts/dictionary';
import type { Ask, AssessmentResult, OpenQuestion } from '../../regulation/result';
import { citationText, sourceOf } from '../../regulation/sources';
import { confidenceInWords } from '../../ui/badge';

/** Questions in bold, with what they settle; what is open beyond these is asked briefly. */
const MOST_DECIDING = 6;
/** Beyond these a letter is no longer answered in minutes; the rest is asked once the first answers are there. */
const MOST_BRIEF = 6;

export interface OpenAsk {
  question: Omit<Question, 'number'>;
  /** Facts that the question asks for. */
  facts: readonly string[];
  clauses: Omit<Annexes['clauses'][number], 'questions'>[];
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
const YES_NO = [{ label: 'No' }, { label: 'Yes' }];
const LATER = { label: 'Not yet assessed; answer by', fill: '' };

/** "Not yet assessed" and the like get a line for the date: a question may be put off, but not for ever. */
function choicesOf(fact: string | undefined): Question['choices'] {
  const known = askingOf(fact);
  const { letter, valueLabels } = known ?? {};
  if (!letter) {
    const type = fact === undefined ? undefined : factOf(fact)?.type;
    if (valueLabels) return [...Object.values(valueLabels).map((label) => ({ label })), LATER];
    if (type === 'number' || type === 'date')
      return [{ label: type === 'date' ? 'Date:' : 'Number:', fill: '' }, LATER];
    return [...YES_NO, LATER];
  }
  return letter.choices.map(({ label, value }) =>
    value === 'unknown' ? { label: `${label}; answer by`, fill: '' } : { label },
  );
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

function clausesOf({ instrument, edition, open }: Occurrence): OpenAsk['clauses'] {
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

function openAsk(result: AssessmentResult, ask: Ask): OpenAsk {
  const places = occurrencesOf(result, ask);
  const fact = ask.facts.length === 1 ? ask.facts[0] : undefined;
  const letter = askingOf(fact)?.letter;
  const covered = ask.facts.length > 1 ? ask.facts.flatMap((key) => askingOf(key)?.letter?.text ?? []) : [];
  return {
    facts: ask.facts,
    clauses: places.flatMap(clausesOf),
    question: {
      text: letter?.text ?? ask.text,
      ...(covered.length > 0 && { help: `This takes together: ${covered.join(' ')}` }),
      choices: choicesOf(fact),
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
    },
  };
}

/** Whether there is a question of ours, in the second person, for the one fact an ask hangs on. */
const hasLetter = (ask: Ask): boolean =>
  ask.facts.length === 1 && ask.facts.some((fact) => askingOf(fact)?.letter !== undefined);

/** A fact on which only hangs whether an instrument applies. */
const choosesInstruments = (ask: Ask): boolean => ask.facts[0] === ask.question;

/** Whether the supplier can answer: the question is the maker's, or one that we may put to a maker. */
const forSupplier = (ask: Ask): boolean => hasLetter(ask) || (ask.to === 'manufacturer' && !choosesInstruments(ask));

/**
 * What to ask the supplier, most decisive first, the maker's own questions before those we also try to answer ourselves.
 * @returns `deciding` in full; `brief` for what is open beyond the first six
 */
export function openAsks(result: AssessmentResult): { deciding: OpenAsk[]; brief: OpenAsk[] } {
  const asks = result.ask.filter(forSupplier);
  // What only decides which rules apply is our own homework: asked along the way, never the reason for a letter.
  const homework = asks.filter(choosesInstruments);
  const own = asks.filter((ask) => ask.to === 'manufacturer' && !homework.includes(ask));
  const others = asks.filter((ask) => !own.includes(ask) && !homework.includes(ask));
  const all = [...own, ...others].map((ask) => openAsk(result, ask));
  const beside = all.length > 0 ? homework.map((ask) => openAsk(result, ask)) : [];
  return {
    deciding: all.slice(0, MOST_DECIDING),
    brief: [...all.slice(MOST_DECIDING), ...beside].slice(0, MOST_BRIEF).map((one) => ({
      ...one,
      question: { text: one.question.text, choices: one.question.choices, from: one.question.from },
    })),
  };
}
