/** What the signatures of a round add up to. The one gate between "signed" and "decided"; pure. */
import type { RoutePlace } from './route';
import { APPROVING, type SignatureMeaning, type SlotId } from './slots';

/** A signature that counts: live, and on what is known now. */
export interface CountedSignature {
  slot: SlotId;
  meaning: SignatureMeaning;
  signerId: string;
}

export type Decision =
  | { state: 'waiting'; missing: RoutePlace[]; next: RoutePlace | null }
  | { state: 'rejected'; by: SlotId }
  | { state: 'approved'; withConditions: boolean };

/**
 * Approved only when every place of the route as it is now has its signature and the last of them approves. One
 * rejection ends it. Places are taken in order: the author first, whoever decides last, the others between.
 */
export function decide(route: readonly RoutePlace[], live: readonly CountedSignature[]): Decision {
  const rejecting = live.find(({ meaning }) => meaning === 'reject');
  if (rejecting) return { state: 'rejected', by: rejecting.slot };
  const missing = route.filter((place) => !live.some((one) => one.slot === place.slot && fits(one, place)));
  const deciding = route.at(-1);
  if (missing.length > 0 || !deciding) {
    return { state: 'waiting', missing, next: missing.find((place) => mayComeNow(place, missing)) ?? null };
  }
  return { state: 'approved', withConditions: live.some(({ meaning }) => meaning === 'approve_with_conditions') };
}

const fits = ({ meaning }: CountedSignature, place: RoutePlace): boolean =>
  place.decides ? APPROVING.includes(meaning) : meaning !== 'witness';

/** Whether it is this place's turn: nobody before the author, the decider after everybody else. */
export function mayComeNow(place: RoutePlace, missing: readonly RoutePlace[]): boolean {
  if (place.slot === 'author') return true;
  if (missing.some(({ slot }) => slot === 'author')) return false;
  return !place.decides || missing.every(({ slot }) => slot === place.slot);
}
