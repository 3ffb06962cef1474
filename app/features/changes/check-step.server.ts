/** What the last step of a proposal shows. */
import type { Actor } from '../../guard/actor';
import { chartOf } from '../../regulation/charts/index';
import { isKindId } from '../../regulation/kinds';
import type { ChangeView } from './change-view';
import type { CheckOutlook } from './check-panel';
import { getChange } from './get-change.server';
import { locationOfKinds } from './kind-groups';
import { factInWords } from './value-in-words';

/** Null when there is no such change in the organisation, or the reader may not edit it. */
export async function checkStep(
  actor: Actor,
  changeId: string,
): Promise<{ change: ChangeView; outlook: CheckOutlook[]; place: string } | null> {
  const change = await getChange(actor, changeId);
  if (!change?.may.edit) return null;
  const findings = change.assessment?.result.findings ?? [];
  const outlook = findings.map((finding) => {
    const chart = chartOf(finding.instrument, finding.edition);
    return {
      name: chart?.name ?? finding.instrument,
      outcomes: finding.outcomes.map((code) => chart?.outcomes[code]?.label ?? code).join(' or '),
      from: finding.tier,
      to: finding.worst_tier,
    };
  });
  const said = change.facts.find(({ key }) => key === 'change_location');
  const ofKinds = locationOfKinds(change.kinds.flatMap(({ id }) => (isKindId(id) ? [id] : [])));
  const derived = ofKinds ? `${factInWords('change_location', ofKinds)}, as the kind of change says` : 'not said yet';
  return { change, outlook, place: said ? said.valueInWords : derived };
}
