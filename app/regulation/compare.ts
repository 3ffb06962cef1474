/**
 * The options for one device and one vulnerability, side by side: each measure judged by the same charts, what is left
 * of the exposure with its reasons, what people gave on cost, time and evidence, and which options another one makes
 * pointless. Pure; nothing unknown counts as no, nothing that nobody gave is made up.
 */
import { assess, knownFacts } from './assess';
import type { Dossier } from './dossier';
import { LIBRARY_EDITION } from './library';
import { nameAlternatives } from './options/alternatives';
import { type Candidate, candidateOf } from './options/candidate';
import { markDominated } from './options/dominance';
import { residualExposure, type Threat } from './options/exposure';
import { type FaultPlace, VECTORS } from './options/exposure-rules';
import { MEASURE_IDS } from './options/measures';
import type { Comparison, Estimate, OptionId, OptionInput, OptionResult } from './options/option-result';
import { certificateOf, findingsOn, mayActOf } from './options/three-questions';
import { type Proposal, proposalOf } from './options/variant';

/**
 * Compares options.
 * @param dossier as parseDossier lets it through; its change, if it has one, is one of the options
 * @param options those to compare, with what people gave; all measures, with nothing given, when missing
 * @param today YYYY-MM-DD, used where the dossier has no as_of; the day of the clock (UTC) when missing
 * @returns the options in their fixed order, whatever the order given
 * @throws when an option comes twice, or an estimate is no range: a defect of the caller
 */
export function compare(dossier: Dossier, options?: readonly OptionInput[], today?: string): Comparison {
  const asOf = dossier.as_of ?? today ?? new Date().toISOString().slice(0, 10);
  const proposal = proposalOf(dossier);
  const given = inputsById(options ?? everyOption(proposal));
  const threat = threatOf(dossier, proposal, asOf);
  const results = optionIds().flatMap((id) => {
    const input = given.get(id);
    return input ? [judgeOption(dossier, input, { proposal, threat: threat.threat, asOf })] : [];
  });
  nameAlternatives(results);
  markDominated(results);
  const { vector, exploited } = threat.threat;
  return {
    asOf,
    library: LIBRARY_EDITION,
    threat: { vector, exploited, because: threat.because },
    options: results,
  };
}

const optionIds = (): OptionId[] => ['as_proposed', ...MEASURE_IDS];

/** Every measure, and the change as proposed where it is none of them. */
function everyOption({ kinds, measure }: Proposal): OptionInput[] {
  const own: OptionInput[] = kinds.length > 0 && measure === null ? [{ option: 'as_proposed' }] : [];
  return [...own, ...MEASURE_IDS.map((option) => ({ option }))];
}

/** The options to compare for a dossier, in their order: ids for a form that collects what people give. */
export function optionsFor(dossier: Dossier): OptionId[] {
  return everyOption(proposalOf(dossier)).map(({ option }) => option);
}

function inputsById(options: readonly OptionInput[]): Map<OptionId, OptionInput> {
  const found = new Map<OptionId, OptionInput>();
  for (const input of options) {
    if (found.has(input.option)) throw new Error(`the option ${input.option} was given twice`);
    for (const estimate of [input.downtimeHours, input.staffHours, input.leadTimeDays]) checkRange(input, estimate);
    found.set(input.option, input);
  }
  return found;
}

function checkRange({ option }: OptionInput, estimate: Estimate | undefined): void {
  if (!estimate || (estimate.least >= 0 && estimate.most >= estimate.least)) return;
  throw new Error(`${option}: ${estimate.least} to ${estimate.most} is no range`);
}

/** What is known of the vulnerability, with where it is known from. */
function threatOf(dossier: Dossier, { kinds }: Proposal, asOf: string): { threat: Threat; because: string[] } {
  const { change: _, answers: __, ...device } = dossier;
  const known = new Map(knownFacts(device, asOf).map((fact) => [fact.key, fact]));
  const vector = known.get('attack_vector')?.value;
  const exploited = known.get('public_exploit')?.value;
  const because = ['attack_vector', 'public_exploit'].flatMap((key) => {
    const fact = known.get(key);
    return fact ? [`${key} = ${String(fact.value)} (${fact.reason === '' ? 'stated' : fact.reason})`] : [];
  });
  return {
    threat: {
      vector: VECTORS.find((one) => one === vector) ?? null,
      exploited: typeof exploited === 'boolean' ? exploited : null,
      fault: faultPlace(kinds),
    },
    because,
  };
}

/** A proposal to patch one part of the device says that the fault lies there. */
function faultPlace(kinds: Proposal['kinds']): FaultPlace | null {
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined) return null;
  if (kind === 'os_patch' || kind === 'os_upgrade') return 'operating_system';
  return kind === 'app_patch' || kind === 'firmware_update' || kind === 'component_update' ? 'elsewhere' : null;
}

interface Circumstance {
  proposal: Proposal;
  threat: Threat;
  asOf: string;
}

function judgeOption(dossier: Dossier, input: OptionInput, { proposal, threat, asOf }: Circumstance): OptionResult {
  const { judged, measure, proof, ...shown } = candidateOf(dossier, input, proposal);
  return {
    ...shown,
    group: groupOf(shown, judged),
    ...('noChange' in judged ? unchanged(judged.noChange) : assessed(judged.dossier, shown, asOf)),
    residual: residualExposure(measure, threat),
    downtimeHours: input.downtimeHours ?? null,
    staffHours: input.staffHours ?? null,
    leadTimeDays: input.leadTimeDays ?? null,
    evidence: input.evidence ?? null,
    evidenceState: evidenceState(input, asOf),
    proof: [...proof],
    dominatedBy: [],
    nearlyDominatedBy: [],
    confidence: 'D',
  };
}

/** Where nobody can say whether the device is touched, it counts as touched. */
function groupOf({ lands }: Pick<Candidate, 'lands'>, judged: Candidate['judged']): OptionResult['group'] {
  if ('noChange' in judged) return 'neither';
  return lands === 'environment' || lands === 'device_connection' ? 'environment' : 'device';
}

type Judgement = Pick<
  OptionResult,
  'noChange' | 'certificate' | 'law' | 'who' | 'safe' | 'mayAct' | 'open' | 'decidesMost' | 'warnings'
>;

function assessed(dossier: Dossier, { lands, acts }: Pick<Candidate, 'lands' | 'acts'>, asOf: string): Judgement {
  const result = assess(dossier, asOf);
  return {
    noChange: null,
    certificate: certificateOf(result, lands),
    law: findingsOn(result, 'law'),
    who: findingsOn(result, 'who'),
    safe: findingsOn(result, 'safe'),
    mayAct: mayActOf(result, acts),
    open: result.ask,
    decidesMost: result.ask[0] ?? null,
    warnings: result.overall.duty_transfer.map((warning) => ({ ...warning, avoidedBy: [] })),
  };
}

const unchanged = (because: string): Judgement => ({
  noChange: because,
  certificate: { state: 'no_change', instruments: [], tiers: null, says: because },
  law: [],
  who: [],
  safe: [],
  mayAct: { state: 'nothing_to_do', tiers: null, outcomes: [] },
  open: [],
  decidesMost: null,
  warnings: [],
});

function evidenceState({ evidence }: OptionInput, asOf: string): OptionResult['evidenceState'] {
  if (!evidence) return 'none';
  return evidence.validUntil !== null && evidence.validUntil < asOf ? 'expired' : 'given';
}
