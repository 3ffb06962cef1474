/** Whether this person may close this change now. Pure; asked inside the transaction of the act. */
import type { VerificationOutcome } from './verification-outcomes';

export interface ClosingGate {
  outcome: VerificationOutcome;
  /** What the verifier says. */
  words: string;
  isProposer: boolean;
  /** Signed as author of the decision, or stands in for whoever did. */
  isAuthor: boolean;
  /** Did or recorded something on a unit. */
  implemented: boolean;
  /** A small-site exception lets its author verify it too. Nothing lets anybody verify their own work. */
  excepted: boolean;
  /** How many things went otherwise than planned. */
  differences: number;
  /** Units without an outcome. */
  unrecorded: number;
  /** Numbers of conditions that are not met. */
  conditions: readonly number[];
  /** Numbers of dissents without an answer. */
  dissents: readonly number[];
  /** Acted upon first, and not signed yet. */
  emergencyRunning: boolean;
}

/** Every reason against it, in words that say what to do; empty: it may be done. */
export function closingRefusals(gate: ClosingGate): string[] {
  const found: string[] = [];
  if (gate.implemented) found.push('You worked on this change; somebody else has to verify it.');
  if (!gate.excepted && gate.isProposer) found.push('You proposed this change; somebody else has to verify it.');
  if (!gate.excepted && gate.isAuthor)
    found.push('You signed as the author of this change; somebody else has to verify it.');
  if (gate.outcome === 'failed') {
    if (gate.words === '') found.push('Say what has to be done again.');
    return found;
  }
  if (gate.unrecorded > 0) found.push(`${gate.unrecorded} units have no record. Send it back, so that they get one.`);
  if (gate.outcome === 'as_planned' && gate.differences > 0) {
    found.push(
      `${gate.differences} ${gate.differences === 1 ? 'thing' : 'things'} went otherwise than planned: close it with deviations, and say why that is acceptable.`,
    );
  }
  if (gate.outcome === 'with_deviations' && gate.words === '') found.push('Say why the deviations are acceptable.');
  if (gate.conditions.length > 0) found.push(`Not met yet: condition ${gate.conditions.join(', ')}.`);
  if (gate.dissents.length > 0) found.push(`Dissent ${gate.dissents.join(', ')} waits for an answer.`);
  if (gate.emergencyRunning)
    found.push('This change was acted upon before it was signed. All signatures have to be there first.');
  return found;
}
