/** The route a change would take now: from its latest assessment, its risks and the policy in force. */
import type { Tx } from '../../../db/client.server';
import type { Dossier } from '../../regulation/dossier';
import { isKindId } from '../../regulation/kinds';
import type { AssessmentResult } from '../../regulation/result';
import { latestAssessment } from '../assessments/assess-change.server';
import type { ChangeRow } from '../changes/change-row.server';
import { locationOfKinds } from '../changes/kind-groups';
import { runningEmergency } from '../emergencies/running-emergency.server';
import { residualRisk } from '../risk/residual-risk.server';
import { type NumberedPolicy, numberedPolicy } from './current-policy.server';
import { type RouteInput, type RoutePlace, routeFor } from './route';

export interface ChangeRoute {
  places: RoutePlace[];
  input: RouteInput;
  policy: NumberedPolicy;
}

/** What a policy looks at, of a change. Not assessed yet counts as the most serious tier. */
export async function routeInput(tx: Tx, orgId: string, change: ChangeRow): Promise<RouteInput> {
  const kept = await latestAssessment(tx, orgId, change.id);
  const result = kept?.result as AssessmentResult | undefined;
  const dossier = kept?.dossier as Dossier | undefined;
  const risk = await residualRisk(tx, orgId, change.id);
  const unrated = Object.values(risk.byAxis).some((one) => one === null);
  const location = dossier?.facts?.change_location;
  const stated =
    location === 'device' || location === 'device_connection' || location === 'environment' ? location : null;
  return {
    worstTier: result?.overall.worst_tier ?? 'hold',
    kinds: change.kinds,
    place: stated ?? locationOfKinds(change.kinds.filter(isKindId)),
    classes: [
      ...new Set(
        (dossier?.device?.certifications ?? []).flatMap((one) => (one.class ? [String(one.class)] : ['unknown'])),
      ),
    ],
    risk: unrated ? null : risk.highest,
    emergency: (await runningEmergency(tx, orgId, change.id)) !== null,
    dutyTransfer: (result?.overall.duty_transfer.length ?? 0) > 0,
  };
}

/** Route, with what chose it. */
export async function routeOf(tx: Tx, orgId: string, change: ChangeRow): Promise<ChangeRoute> {
  const policy = await numberedPolicy(tx, orgId);
  const input = await routeInput(tx, orgId, change);
  return { places: routeFor(policy.policy, input), input, policy };
}
