/** What the last step of a proposal shows. */
import type { Actor } from '../../guard/actor';
import { chartOf } from '../../regulation/charts/index';
import type { ChangeView } from './change-view';
import type { CheckOutlook } from './check-panel';
import { getChange } from './get-change.server';

/** Null when there is no such change in the organisation, or the reader may not edit it. */
export async function checkStep(
  actor: Actor,
  changeId: string,
): Promise<{ change: ChangeView; outlook: CheckOutlook[] } | null> {
  const change = await getChange(actor, changeId);
  if (!change?.may.edit) return null;
  const findings = change.assessment?.result.findings ?? [];
  const outlook = findings.map((finding) => {
    const chart = chartOf(finding.instrument);
    return {
      name: chart?.name ?? finding.instrument,
      outcomes: finding.outcomes.map((code) => chart?.outcomes[code]?.label ?? code).join(' or '),
      from: finding.tier,
      to: finding.worst_tier,
    };
  });
  return { change, outlook };
}
