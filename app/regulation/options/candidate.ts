/** One option before it is judged: the measure, or the change as proposed, and the dossier that stands for it. */
import { knownFacts } from '../assess';
import type { Dossier } from '../dossier';
import { changeKind } from '../kinds';
import type { Location } from '../kinds/facts-of-kind';
import type { KindId } from '../kinds/kind-ids';
import { type MeasureId, measureOf, type Side } from './measures';
import type { OptionId, OptionInput } from './option-result';
import { kindFor, type Proposal, variantOf } from './variant';

export interface Candidate {
  option: OptionId;
  /** Null: the change as proposed, which is none of the measures. */
  measure: MeasureId | null;
  label: string;
  what: string;
  kinds: KindId[];
  proposed: boolean;
  acts: Side | null;
  lands: Location | null;
  notices: boolean;
  proof: readonly string[];
  /** The dossier to judge, or why there is nothing to judge. */
  judged: { dossier: Dossier } | { noChange: string };
}

/** The option that an input speaks of. */
export function candidateOf(dossier: Dossier, { option, facts }: OptionInput, proposal: Proposal): Candidate {
  if (option === 'as_proposed') return proposedCandidate(dossier, facts, proposal);
  const measure = measureOf(option);
  const kind = kindFor(measure, proposal);
  const { label, what, lands, notices, proof } = measure;
  return {
    option,
    measure: option,
    label,
    what,
    kinds: kind ? [kind] : [],
    proposed: proposal.measure?.id === option,
    acts: option === 'accept' ? null : measure.acts,
    lands,
    notices,
    proof,
    judged: kind
      ? { dossier: variantOf(dossier, measure, proposal, facts) }
      : { noChange: measure.noChange ?? 'Nothing about the certified unit changes.' },
  };
}

function proposedCandidate(dossier: Dossier, facts: OptionInput['facts'], { kinds, side }: Proposal): Candidate {
  const place = knownFacts(dossier, dossier.as_of).find((fact) => fact.key === 'change_location')?.value;
  const lands = (['device', 'device_connection', 'environment'] as const).find((one) => one === place) ?? null;
  return {
    option: 'as_proposed',
    measure: null,
    label: 'The change as proposed',
    what: kinds.map((kind) => changeKind(kind).label).join(', '),
    kinds: [...kinds],
    proposed: true,
    acts: side,
    lands,
    notices: false,
    proof: [],
    judged: { dossier: { ...dossier, facts: { ...dossier.facts, ...facts } } },
  };
}
