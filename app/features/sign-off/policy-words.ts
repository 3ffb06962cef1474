/** A sign-off policy as people read it. Pure. */
import { ROLE_LABELS } from '../../guard/roles';
import { changeKind } from '../../regulation/kinds';
import type { PolicyRule, SignOffPolicy } from './policy';
import { SLOT_LABELS } from './slots';

export const PLACE_WORDS = {
  device: 'on the device itself',
  device_connection: 'on what connects the device',
  environment: 'around the device',
} as const;

const or = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
const quoted = (words: readonly string[]) => or(words.map((word) => `“${word}”`));

/** Each condition of a rule in words; none: for every change. */
export function conditionsInWords({ when }: Pick<PolicyRule, 'when'>): string[] {
  const { tier_at_least, kinds, places, classes, risk_at_least, emergency, duty_transfer } = when;
  return [
    ...(tier_at_least ? [`the most serious outcome still possible is “${tier_at_least}” or more`] : []),
    ...(kinds ? [`it is ${quoted(kinds.map((kind) => changeKind(kind).label))}`] : []),
    ...(places ? [`it lands ${or(places.map((place) => PLACE_WORDS[place]))}`] : []),
    ...(classes ? [`the class of the device in any market is ${quoted(classes)}`] : []),
    ...(risk_at_least === undefined ? [] : [`the residual risk on any axis is ${risk_at_least} or more, or not rated`]),
    ...(emergency === undefined
      ? []
      : [emergency ? 'it is acted upon before it is signed' : 'it is not acted upon before it is signed']),
    ...(duty_transfer === undefined
      ? []
      : [
          duty_transfer
            ? 'whoever makes it may take on duties of the manufacturer'
            : 'nobody takes on duties of the manufacturer',
        ]),
  ];
}

/** "risk owner signs if it is acted upon before it is signed: Acting before signing is a risk of its own." */
export function ruleInWords(rule: PolicyRule): string {
  const conditions = conditionsInWords(rule);
  const when = conditions.length > 0 ? `if ${conditions.join(', and ')}` : 'every change';
  return `${rule.id}: ${SLOT_LABELS[rule.slot]} signs ${when}. ${rule.because}`;
}

/** The whole policy by part, in words: what two versions are held against each other with. */
export function policyInWords(policy: SignOffPolicy): Record<string, string> {
  return {
    Rules: policy.rules.map(ruleInWords).join('\n'),
    'Days an approval is good': Object.entries(policy.approval_days)
      .map(([tier, days]) => `${tier}: ${days}`)
      .join('\n'),
    'Hours to sign an emergency': String(policy.emergency_hours),
    'Training of signers': policy.training.map(courseInWords).join('\n') || 'none',
    'Days between reviews of the record': String(policy.trail_review_days),
  };
}

/** "What a signature here means (signing), every 24 months: clinical engineer, risk owner" */
export const courseInWords = (course: SignOffPolicy['training'][number]): string =>
  `${course.title} (${course.course}), every ${course.validMonths} months: ${course.roles
    .map((role) => ROLE_LABELS[role])
    .join(', ')}`;

/** Parts in which two policies differ. */
export function policyDifferences(theirs: SignOffPolicy, typed: SignOffPolicy) {
  const [before, after] = [policyInWords(theirs), policyInWords(typed)];
  return Object.entries(before).flatMap(([label, words]) =>
    words === after[label] ? [] : [{ label, theirs: words, typed: after[label] ?? '' }],
  );
}
