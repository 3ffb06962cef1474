/** What the step "The facts" shows: what to ask, what was said, what is taken as given, and where it all leads so far. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { knownFacts } from '../../regulation/assess';
import type { Tier, Who } from '../../regulation/chart';
import { chartOf } from '../../regulation/charts/index';
import { asking } from '../../regulation/facts/asking';
import { fact } from '../../regulation/facts/dictionary';
import type { FactType } from '../../regulation/facts/fact-type';
import type { AssessmentResult } from '../../regulation/result';
import { judge } from '../assessments/assess-change.server';
import { sourceInWords } from '../provenance/source';
import { buildDossier } from './build-dossier.server';
import { readChange } from './change-row.server';
import { acceptsAnswers, type ChangeStatus } from './change-status';
import type { StatedFact } from './change-view';
import { relevantFacts } from './relevant-facts';
import { statedFacts } from './statement-views';
import { factInWords } from './value-in-words';

/** One fact as a form asks for it. */
export interface FactQuestion {
  key: string;
  question: string;
  help: string;
  who: Who;
  /** Document that usually holds the answer; empty when none does. */
  foundIn: string;
  type: FactType;
  choices: { value: string; label: string }[];
  stated: StatedFact | null;
  /** Instruments whose outcome hangs on it. */
  decides: string[];
}

/** A fact nobody had to state, with where it comes from; a person may say otherwise. */
export interface GivenFact extends FactQuestion {
  valueInWords: string;
  origin: 'register' | 'derived' | 'assumed';
  reason: string;
}

/** Where one instrument stands with what is known. */
export interface Outlook {
  name: string;
  outcomes: string[];
  from: Tier;
  to: Tier;
  forecast: boolean;
}

export interface FactsStep {
  change: { id: string; reference: string; version: number; isDraft: boolean; status: ChangeStatus };
  title: string;
  modelId: string;
  first: FactQuestion[];
  more: FactQuestion[];
  said: FactQuestion[];
  given: GivenFact[];
  /** Sources of the register entries that the given facts rest on. */
  register: { what: string; source: string }[];
  settleFirst: string[];
  outlook: Outlook[];
}

/** Null when there is no such change in the organisation, or nothing is stated about it any more. */
export const factsStep = (actor: Actor, changeId: string): Promise<FactsStep | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change || !acceptsAnswers(change.status)) return null;
    const built = await buildDossier(tx, actor, change);
    const result = judge(built);
    const stated = new Map(statedFacts(built.statements).map((one) => [one.key, one]));
    const question = (key: string) => factQuestion(key, stated.get(key) ?? null, result);
    const { first, more, settleFirst } = relevantFacts(result, change);
    const open = new Set([...first, ...more]);
    const said = [...stated.keys()].filter((key) => fact(key) && !open.has(key) && key !== 'change_location');
    return {
      change: {
        id: change.id,
        reference: change.reference,
        version: change.version,
        isDraft: change.status === 'draft',
        status: change.status,
      },
      title: change.title,
      modelId: change.modelId,
      first: first.map(question),
      more: more.map(question),
      said: said.map(question),
      given: givenFacts(built, result, stated, question),
      register: registerSources(built.provenance),
      settleFirst,
      outlook: outlookOf(result),
    };
  });

function factQuestion(key: string, stated: StatedFact | null, result: AssessmentResult): FactQuestion {
  const { question, help, who, foundIn, valueLabels } = asking(key);
  const known = fact(key);
  const decides = result.ask.filter(({ facts }) => facts.includes(key)).flatMap(({ instruments }) => instruments);
  return {
    key,
    question,
    help,
    who,
    foundIn: foundIn ?? '',
    type: known?.type ?? 'boolean',
    choices: (known?.values ?? []).map((value) => ({
      value,
      label: valueLabels?.[value] ?? value.replaceAll('_', ' '),
    })),
    stated,
    decides: [...new Set(decides)].map((id) => chartOf(id)?.name ?? id),
  };
}

/** Said in other steps, or read from the state of the change itself. */
const SETTLED_ELSEWHERE = new Set(['actor', 'change_location', 'change_status']);

/** Facts that a walk rests on and that nobody stated. */
function givenFacts(
  built: Awaited<ReturnType<typeof buildDossier>>,
  result: AssessmentResult,
  stated: ReadonlyMap<string, StatedFact>,
  question: (key: string) => FactQuestion,
): GivenFact[] {
  const steps = [...result.findings, ...result.hints].flatMap(({ trace, beyond }) => [...trace, ...beyond]);
  const used = new Set(steps.flatMap(({ because }) => because.match(/[a-z][a-z0-9_]+/g) ?? []));
  return knownFacts(built.dossier, result.as_of)
    .filter(
      ({ key, value }) =>
        fact(key) && used.has(key) && !stated.has(key) && value !== 'unknown' && !SETTLED_ELSEWHERE.has(key),
    )
    .map(({ key, value, origin, reason }) => ({
      ...question(key),
      valueInWords: factInWords(key, value),
      origin: origin === 'stated' ? ('register' as const) : origin,
      reason: origin === 'stated' ? 'the units of this change, in the register' : reason,
    }));
}

function registerSources(provenance: Awaited<ReturnType<typeof buildDossier>>['provenance']): FactsStep['register'] {
  return provenance.flatMap(({ path, source }) => {
    const words = sourceInWords(source);
    return words ? [{ what: pathInWords(path), source: words }] : [];
  });
}

const pathInWords = (path: readonly string[]): string => {
  const [part = '', second] = path;
  if (part === 'certifications') return `certification ${Number(second) + 1}`;
  if (part === 'mds2') return `MDS2 ${second ?? ''}`;
  return path.join(' ').replaceAll('_', ' ');
};

const outlookOf = (result: AssessmentResult): Outlook[] =>
  [...result.findings, ...result.hints].map((finding) => {
    const chart = chartOf(finding.instrument, finding.edition);
    return {
      name: chart?.name ?? finding.instrument,
      outcomes: finding.outcomes.map((code) => chart?.outcomes[code]?.label ?? code),
      from: finding.tier,
      to: finding.worst_tier,
      forecast: finding.state === 'hint',
    };
  });
