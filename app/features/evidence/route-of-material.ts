/** Who has to sign a change, from the material of a pack: the same rule as on the screen. Pure. */
import { isKindId } from '../../regulation/kinds';
import { locationOfKinds } from '../changes/kind-groups';
import type { SignOffPolicy } from '../sign-off/policy';
import { routeFor } from '../sign-off/route';
import type { ChangeMaterial, PlaceMaterial } from './material';

const PLACES = ['device', 'device_connection', 'environment'] as const;

/** The places that sign under a policy. Not assessed, or an axis not rated, counts as the most serious there is. */
export function routeOfMaterial(
  { change, assessment, ratings, emergencies }: Omit<ChangeMaterial, 'route'>,
  policy: SignOffPolicy,
): PlaceMaterial[] {
  const after = ratings.filter(({ moment }) => moment === 'after');
  const places = routeFor(policy, {
    worstTier: assessment?.result.overall.worst_tier ?? 'hold',
    kinds: change.kinds,
    place: PLACES.find((one) => one === assessment?.location) ?? locationOfKinds(change.kinds.filter(isKindId)),
    classes: assessment?.classes ?? [],
    risk: after.length < 4 ? null : Math.max(...after.map(({ consequence, likelihood }) => consequence * likelihood)),
    emergency: emergencies.some(({ regularisedAt, withdrawnAt }) => regularisedAt === null && withdrawnAt === null),
    dutyTransfer: (assessment?.result.overall.duty_transfer.length ?? 0) > 0,
  });
  return places.map(({ slot, label, decides, rules }) => ({
    ...{ slot, label, decides },
    because: rules.map(({ because }) => because),
  }));
}
