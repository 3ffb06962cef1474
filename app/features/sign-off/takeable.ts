/** Whether it is a person's turn in an open round: asked of the one gate, with what the person can mend set aside. Pure. */
import type { Role } from '../../guard/roles';
import { summarise } from '../safety/verdict';
import { decide } from './decide';
import { refusals } from './gate';
import type { RoutePlace } from './route';
import { MAY_TAKE, type SignatureMeaning, type SlotId } from './slots';

export interface WayIn {
  role: Role;
  /** Whom they stand in for; null: nobody. */
  principalId: string | null;
}

export interface LiveSignature {
  slot: SlotId;
  meaning: SignatureMeaning;
  signerId: string;
  onBehalfOf: string | null;
}

export interface TakeablePlace {
  slot: SlotId;
  label: string;
  way: WayIn;
}

const NOTHING_JUDGED = summarise([]);

/**
 * The places that this person may take now. Reading, confirming, answering dissents come before signing, and are the
 * signer's to do: they do not make the turn somebody else's.
 * @param exceptions places that a signed exception lets the person hold together, each one that is in force
 */
export function takeablePlaces(of: {
  route: readonly RoutePlace[];
  live: readonly LiveSignature[];
  userId: string;
  proposerId: string;
  ways: readonly WayIn[];
  exceptions: readonly (readonly SlotId[])[];
}): TakeablePlace[] {
  const { route, live, userId, proposerId, ways, exceptions } = of;
  const decision = decide(route, live);
  if (decision.state !== 'waiting') return [];
  return decision.missing.flatMap((place) => {
    const way = ways.find(({ role }) => MAY_TAKE[place.slot].some((one) => one === role));
    if (!way) return [];
    const people = [userId, ...(way.principalId ? [way.principalId] : [])];
    const holds = live
      .filter((one) => people.includes(one.signerId) || (one.onBehalfOf !== null && people.includes(one.onBehalfOf)))
      .map(({ slot }) => slot);
    const wanted = new Set<SlotId>([place.slot, ...holds, ...(proposerId === userId ? (['author'] as const) : [])]);
    const messages = refusals({
      ...{ slot: place.slot, role: way.role, route, missing: decision.missing, holds },
      signed: live.map(({ slot }) => slot),
      meaning: place.slot === 'author' ? 'author' : place.decides ? 'reject' : 'review',
      isProposer: proposerId === userId,
      forProposer: way.principalId !== null && proposerId === way.principalId,
      excepted: wanted.size > 1 && exceptions.some((slots) => [...wanted].every((slot) => slots.includes(slot))),
      ...{ unread: [], unconfirmed: 0, dissents: [], current: true, result: null, safety: NOTHING_JUDGED },
      ...{ reason: 'asked beforehand', conditions: 0 },
    });
    return messages.length > 0 ? [] : [{ slot: place.slot, label: place.label, way }];
  });
}
