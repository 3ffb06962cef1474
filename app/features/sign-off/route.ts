/** The route of a change through sign-off: which places sign, in which order, and which rule asked for each. Pure. */
import type { Tier } from '../../regulation/chart';
import { rankOf } from '../../regulation/tiers';
import type { PolicyRule, SignOffPolicy } from './policy';
import { ROUTE_SLOTS, type RouteSlotId, SLOT_LABELS } from './slots';

/** What a policy looks at. */
export interface RouteInput {
  worstTier: Tier;
  kinds: readonly string[];
  /** null: not known, which counts as on the device. */
  place: 'device' | 'device_connection' | 'environment' | null;
  /** In every market where the device is certified. */
  classes: readonly string[];
  /** Highest residual score of the four axes; null: at least one is not rated, which counts as the highest there is. */
  risk: number | null;
  emergency: boolean;
  dutyTransfer: boolean;
}

export interface RoutePlace {
  slot: RouteSlotId;
  label: string;
  /** The last place: its signature is the decision. */
  decides: boolean;
  /** Every rule that asks for this place. */
  rules: { id: string; because: string }[];
}

const UNRATED = 25;

/** Whether a rule applies. What is not known never makes a rule go away. */
export function applies({ when }: PolicyRule, input: RouteInput): boolean {
  const { tier_at_least, kinds, places, classes, risk_at_least, emergency, duty_transfer } = when;
  if (tier_at_least !== undefined && rankOf(input.worstTier) < rankOf(tier_at_least as Tier)) return false;
  if (kinds && input.kinds.length > 0 && !kinds.some((kind) => input.kinds.includes(kind))) return false;
  if (places && input.place !== null && !places.includes(input.place)) return false;
  if (places && input.place === null && !places.some((place) => place !== 'environment')) return false;
  if (classes) {
    const known = input.classes.length > 0 ? input.classes : ['unknown'];
    if (!classes.some((one) => known.includes(one))) return false;
  }
  if (risk_at_least !== undefined && (input.risk ?? UNRATED) < risk_at_least) return false;
  if (emergency !== undefined && emergency !== input.emergency) return false;
  return duty_transfer === undefined || duty_transfer === input.dutyTransfer;
}

/** The places in the order in which they sign: author first, whoever decides last. */
export function routeFor(policy: SignOffPolicy, input: RouteInput): RoutePlace[] {
  const asked = policy.rules.filter((rule) => applies(rule, input));
  const slots = ROUTE_SLOTS.filter((slot) => asked.some((rule) => rule.slot === slot));
  return slots.map((slot, at) => ({
    slot,
    label: SLOT_LABELS[slot],
    decides: at === slots.length - 1,
    rules: asked.filter((rule) => rule.slot === slot).map(({ id, because }) => ({ id, because })),
  }));
}

/** What a policy would do otherwise than another: places that come and go. */
export function routeDifference(before: readonly RoutePlace[], after: readonly RoutePlace[]) {
  const slots = (places: readonly RoutePlace[]) => places.map(({ slot }) => slot);
  return {
    added: slots(after).filter((slot) => !slots(before).includes(slot)),
    removed: slots(before).filter((slot) => !slots(after).includes(slot)),
  };
}
