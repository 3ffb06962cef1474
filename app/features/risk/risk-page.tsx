/** The risks of a change: the four axes first, then why, then hazards, what was accepted, and what may be reported. */

import { FormErrors } from '../../ui/form';
import { Notice } from '../../ui/page';
import { ChangeSubpage } from '../changes/change-subpage';
import { AcceptancesPanel } from './acceptances-panel';
import type { RiskRefused } from './act-on-risk.server';
import { AxesSummary } from './axes-summary';
import { AxisPanel } from './axis-panel';
import { HazardsPanel } from './hazards-panel';
import { PermitsPanel } from './permits-panel';
import { DONE_WORDS, RISK_INTENTS } from './risk-intents';
import type { RiskPage } from './risk-view';
import { TriagesPanel } from './triages-panel';

interface Props {
  page: RiskPage;
  refused: RiskRefused | null;
  done: string | null;
}

export function RiskOfChange({ page, refused, done }: Props) {
  const says = done === null ? undefined : DONE_WORDS[done];
  const unknown = refused !== null && !RISK_INTENTS.some((intent) => intent === refused.intent);
  return (
    <>
      <ChangeSubpage change={page.change} title="Risk" />
      {says && !refused ? (
        <Notice kind="success" live>
          {says}
        </Notice>
      ) : null}
      {unknown ? <FormErrors errors={refused.errors['']} /> : null}
      <AxesSummary axes={page.axes} />
      <div className="grid gap-4 xl:grid-cols-2">
        {page.axes.map((view) => (
          <AxisPanel key={view.axis} view={view} mayRate={page.may.rate} refused={refused} />
        ))}
      </div>
      <HazardsPanel changeId={page.change.id} hazards={page.hazards} mayWrite={page.may.rate} />
      <AcceptancesPanel page={page} refused={refused} />
      <TriagesPanel page={page} refused={refused} />
      <PermitsPanel page={page} />
    </>
  );
}
