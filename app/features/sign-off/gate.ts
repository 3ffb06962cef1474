/**
 * The one gate of sign-off: whether this person may put this signature here and now. Pure; page, API, job and import ask
 * it with what the database says inside the transaction of the act.
 */
import type { AssessmentResult } from '../../regulation/result';
import type { SafetySummary } from '../safety/verdict';
import { mayComeNow } from './decide';
import type { RoutePlace } from './route';
import {
  APPROVING,
  MAY_TAKE,
  MEANING_WORDS,
  meaningsOf,
  type SignatureMeaning,
  SLOT_LABELS,
  type SlotId,
} from './slots';

export interface Gate {
  slot: SlotId;
  meaning: SignatureMeaning;
  /** The role in which the signer signs: their own, or that of whom they stand in for. */
  role: string;
  route: readonly RoutePlace[];
  /** Places that still wait. */
  missing: readonly RoutePlace[];
  isProposer: boolean;
  /** The principal of a delegation proposed the change: standing in for the proposer is proposing too. */
  forProposer: boolean;
  /** Places with a signature that stands, whatever it means. */
  signed: readonly SlotId[];
  /** Other places that the signer (or whom they stand in for) holds in this round. */
  holds: readonly SlotId[];
  /** A small-site exception that names this place and those held. */
  excepted: boolean;
  /** Titles of items not opened yet. */
  unread: readonly string[];
  /** Derived answers on the path that nobody has confirmed. */
  unconfirmed: number;
  /** Numbers of dissents without an answer. */
  dissents: readonly number[];
  current: boolean;
  result: AssessmentResult | null;
  safety: SafetySummary;
  reason: string;
  conditions: number;
}

/** Instruments at which everybody has to wait for somebody, whatever the open questions turn out to be. */
export const heldBy = (result: AssessmentResult | null): string[] =>
  (result?.findings ?? [])
    .filter(({ tier, state }) => tier === 'hold' && (state === 'applies' || state === 'named'))
    .map(({ instrument }) => instrument);

/** Why the signature is refused, in words that say what to do; empty: it may be written. */
export function refusals(gate: Gate): string[] {
  const { slot, meaning, route, missing, result, safety } = gate;
  const found: string[] = [];
  const place = route.find((one) => one.slot === slot);
  if (!place && slot !== 'witness') return [`The route of this change has no place for ${SLOT_LABELS[slot]}.`];
  if (!MAY_TAKE[slot].some((role) => role === gate.role)) {
    return [`The place of ${SLOT_LABELS[slot]} is not one of your role.`];
  }
  if (!meaningsOf(slot, place?.decides ?? false).includes(meaning)) {
    found.push(`“${MEANING_WORDS[meaning]}” is not what a signature in this place may mean.`);
  }
  if (slot !== 'witness' && gate.signed.includes(slot)) {
    // A policy that changed meanwhile may let a place decide that only reviewed.
    const decides = missing.some((one) => one.slot === slot);
    found.push(
      decides
        ? `The place of ${SLOT_LABELS[slot]} only reviewed, and decides now: take the change out of sign-off and put it forward again.`
        : `The place of ${SLOT_LABELS[slot]} is signed already.`,
    );
  } else if (place && !mayComeNow(place, missing)) {
    const first = missing.filter((one) => one.slot !== slot).map(({ label }) => label);
    found.push(`Not yet your turn: ${first.join(', ')} ${first.length === 1 ? 'signs' : 'sign'} first.`);
  }
  found.push(...selfApproval(gate));
  if (!gate.current) found.push('The assessment is no longer current. Assess again, then sign what it says now.');
  if (gate.unconfirmed > 0) {
    found.push(
      `${gate.unconfirmed} derived ${gate.unconfirmed === 1 ? 'answer' : 'answers'} on the path still ${gate.unconfirmed === 1 ? 'has' : 'have'} to be confirmed by a person.`,
    );
  }
  if (gate.unread.length > 0) found.push(`Open first: ${gate.unread.join('; ')}.`);
  if (meaning === 'reject' && gate.reason === '') found.push('Say why it is rejected.');
  if (meaning === 'approve_with_conditions' && gate.conditions === 0)
    found.push('Give at least one condition, or approve without.');
  if (meaning !== 'approve_with_conditions' && gate.conditions > 0)
    found.push('Conditions go with “approval with conditions”.');
  if (place?.decides && APPROVING.includes(meaning)) found.push(...againstDeciding(gate, result, safety));
  return found;
}

/** Nobody approves their own proposal, nor signs for two, without an exception that somebody else signed. */
function selfApproval({ slot, isProposer, forProposer, holds, excepted }: Gate): string[] {
  if (slot === 'author' || slot === 'witness' || excepted) return [];
  if (isProposer) return ['You proposed this change; somebody else has to review and approve it.'];
  if (forProposer) return ['You stand in for the person who proposed this change; somebody else has to sign here.'];
  const other = holds.filter((one) => one !== slot && one !== 'witness');
  if (other.length === 0) return [];
  return [`You have signed as ${other.map((one) => SLOT_LABELS[one]).join(', ')}; one person does not sign for two.`];
}

function againstDeciding({ dissents }: Gate, result: AssessmentResult | null, safety: SafetySummary): string[] {
  const held = heldBy(result);
  return [
    ...(held.length > 0
      ? [`On hold under ${held.join(', ')}: nobody may act until what is asked there is settled.`]
      : []),
    ...(safety.state === 'no'
      ? [`Judged not safe: ${safety.objections.join('; ')}. Settle that first, or reject.`]
      : []),
    ...(dissents.length > 0
      ? [`Dissent ${dissents.join(', ')} waits for an answer; it comes before the decision.`]
      : []),
  ];
}
