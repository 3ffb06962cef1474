/** The dossier of one option: the device as it is, with this measure in place of the change that was proposed. */
import { knownFacts } from '../assess';
import type { Dossier } from '../dossier';
import { readKind } from '../kinds';
import type { KindId } from '../kinds/kind-ids';
import type { FactValue } from '../vocabulary';
import { keptFacts } from './kept-facts';
import { MEASURES, type Measure, type Side } from './measures';

/** What the dossier says about the change at hand. */
export interface Proposal {
  kinds: readonly KindId[];
  /** Null: nobody has said who is to make it. */
  side: Side | null;
  /** The measure that the proposal is; null where it is none of them. */
  measure: Measure | null;
}

/** Reads the proposal of a dossier; no kind, no proposal. */
export function proposalOf(dossier: Dossier): Proposal {
  const given = dossier.change?.kind;
  const words = given === undefined ? [] : [given].flat();
  const kinds = [...new Set(words.flatMap((word) => kindOf(word)))];
  const side = sideOf(dossier);
  const [kind] = kinds;
  const fits = (measure: Measure) => side === null || measure.acts === side;
  const measure =
    kinds.length === 1 && kind !== undefined
      ? (MEASURES.find((one) => one.kind === kind && fits(one)) ??
        MEASURES.find((one) => one.orAsProposed.includes(kind) && fits(one)) ??
        null)
      : null;
  return { kinds, side, measure };
}

function kindOf(word: string): KindId[] {
  const read = readKind(word);
  return read.ok ? [read.kind] : [];
}

function sideOf(dossier: Dossier): Side | null {
  const actor = knownFacts(
    { dossier: 1, change: dossier.change, facts: dossier.facts },
    dossier.as_of ?? '2026-01-01',
  ).find((fact) => fact.key === 'actor')?.value;
  if (actor === undefined || actor === 'unknown') return null;
  return actor === 'manufacturer' || actor === 'manufacturer_agent' ? 'manufacturer' : 'hospital';
}

/** The kind of change a measure is for this device: a patch is the patch that was proposed. */
export function kindFor(measure: Measure, { kinds }: Proposal): KindId | null {
  return kinds.find((kind) => measure.orAsProposed.includes(kind)) ?? measure.kind;
}

/**
 * The dossier that is judged for a measure. For the measure that was proposed it is the dossier itself, with its facts
 * and the answers people gave; for any other only what holds whatever is done goes with it.
 * @param more facts given for this option alone
 */
export function variantOf(
  dossier: Dossier,
  measure: Measure,
  proposal: Proposal,
  more: Readonly<Record<string, FactValue>> = {},
): Dossier {
  const kind = kindFor(measure, proposal);
  const own = proposal.measure?.id === measure.id;
  const { id: _, answers, facts, change, ...rest } = dossier;
  const variant: Dossier = {
    ...rest,
    change: {
      ...(own && change?.status !== undefined && { status: change.status }),
      ...(kind && { kind }),
      actor: own && change?.actor && proposal.side !== null ? change.actor : measure.acts,
    },
    facts: { ...measure.facts, ...(own ? facts : keptFacts(facts)), ...more },
  };
  return own && answers ? { ...variant, answers } : variant;
}
