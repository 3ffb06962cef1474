/** What a policy looks at, of many changes at once: as `routeInput` finds it for one, in three queries for all. */
import type { Tx } from '../../../db/client.server';
import { isKindId } from '../../regulation/kinds';
import { assessedFacts } from '../assessments/assessed-facts.server';
import { locationOfKinds } from '../changes/kind-groups';
import { runningEmergencies } from '../emergencies/running-emergencies.server';
import { residualScores } from '../risk/residual-scores.server';
import type { RouteInput } from './route';

const PLACES = ['device', 'device_connection', 'environment'] as const;

/** By change. Not assessed yet counts as the most serious tier, as in `routeInput`. */
export async function routeInputs(
  tx: Tx,
  orgId: string,
  changes: readonly { id: string; kinds: string[] }[],
): Promise<Map<string, RouteInput>> {
  const ids = changes.map(({ id }) => id);
  const assessed = await assessedFacts(tx, orgId, ids);
  const risks = await residualScores(tx, orgId, ids);
  const running = await runningEmergencies(tx, orgId, ids);
  return new Map(
    changes.map(({ id, kinds }) => {
      const facts = assessed.get(id);
      const input: RouteInput = {
        worstTier: facts?.worstTier ?? 'hold',
        kinds,
        place: PLACES.find((place) => place === facts?.location) ?? locationOfKinds(kinds.filter(isKindId)),
        classes: facts?.classes ?? [],
        risk: risks.get(id) ?? null,
        emergency: running.has(id),
        dutyTransfer: facts?.dutyTransfer ?? false,
      };
      return [id, input];
    }),
  );
}
