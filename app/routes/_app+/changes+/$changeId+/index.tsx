import { json, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Disagreements, Forecasts, LeftOut } from '~/features/assessments/beside-the-answer';
import { ChartPanel } from '~/features/assessments/chart-panel';
import { Consequences } from '~/features/assessments/consequences';
import { DutyTransfers } from '~/features/assessments/duty-transfers';
import { InstrumentsTable } from '~/features/assessments/instruments-table';
import { OpenQuestions } from '~/features/assessments/open-questions';
import { ProgressLine } from '~/features/assessments/progress-line';
import { readingWish } from '~/features/assessments/read-result.server';
import { ThreeQuestions } from '~/features/assessments/three-questions';
import { actOnChange } from '~/features/changes/act-on-change.server';
import { ChangeHeader } from '~/features/changes/change-header';
import { changePage } from '~/features/changes/change-page.server';
import { STATIONS, stationOf } from '~/features/changes/change-status';
import { CumulativeNotice } from '~/features/changes/cumulative-panel';
import { DocumentsPanel } from '~/features/changes/documents-panel';
import { HistoryPanel, StatedFacts } from '~/features/changes/record-panels';
import { AnswerEffectNotice } from '~/features/claims/answer-effect-notice';
import { EmergencyBanner } from '~/features/emergencies/emergency-banner';
import { CarryOutPanel } from '~/features/implementation/carry-out-panel';
import { MeanwhilePanel } from '~/features/options/meanwhile-panel';
import { PlanPanel } from '~/features/plans/plan-panel';
import { SafetyPanel } from '~/features/safety/safety-panel';
import { SignOffSummaryPanel } from '~/features/sign-off/sign-off-summary-panel';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, Panel } from '~/ui/page';

const Params = z.object({ changeId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.reference} ${data.title} · Changemark` : 'Change · Changemark' },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await changePage(actor, params.changeId, readingWish(url.searchParams))),
);

export const action = protectedAction('change:read', Params, async ({ actor, params, form }) => {
  const result = await actOnChange({ actor, changeId: params.changeId, form });
  if (result.ok) throw redirect(result.redirect, 303);
  return json(result, 422);
});

export default function ChangePage() {
  const change = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { reading, safe } = change;
  const shown = reading?.shown ?? null;
  const seen = Object.fromEntries(
    [...change.answers, ...change.facts].map(({ key, statementId }) => [key, statementId]),
  );
  return (
    <>
      <ChangeHeader change={change} refused={refused} />
      <ProgressLine stations={STATIONS.map((station) => station.label)} at={stationOf(change.status)} />
      <EmergencyBanner emergency={change.emergency} changeId={change.id} />
      <AnswerEffectNotice claims={change.answered} changeId={change.id} />
      {reading && shown ? (
        <>
          <ThreeQuestions law={reading.law} who={reading.who} safe={safe} />
          <DutyTransfers transfers={reading.transfers} />
          {change.cumulative ? <CumulativeNotice cumulative={change.cumulative} modelId={change.model.id} /> : null}
          <Disagreements sentences={reading.disagreements} />
          <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem] lg:grid-rows-[auto_1fr]">
            <div className="min-w-0 lg:col-start-2 lg:row-start-1">
              <OpenQuestions asks={reading.asks} mayAnswer={change.may.answer} seen={seen} refused={refused} />
            </div>
            <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
              <Panel id="instruments" title="By market" flush>
                {reading.findings.length > 0 ? (
                  <div className="px-2">
                    <InstrumentsTable
                      findings={reading.findings}
                      shown={shown.instrument}
                      label="Instruments that apply"
                    />
                  </div>
                ) : (
                  <p className="px-4 pb-3">No instrument of the library applies; the reasons stand further down.</p>
                )}
              </Panel>
              <ChartPanel finding={shown} />
              <Consequences finding={shown} />
              <Forecasts hints={reading.hints} shown={shown.instrument} />
              <SafetyPanel {...change.safety} mayJudge={change.may.judgeSafety} refused={refused} />
              <StatedFacts change={change} />
              <LeftOut leftOut={reading.leftOut} />
            </div>
            <aside className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-start-2">
              <SignOffSummaryPanel summary={change.signed} changeId={change.id} />
              <CarryOutPanel summary={change.carriedOut} changeId={change.id} />
              <DocumentsPanel change={change} refused={refused} />
              <PlanPanel plan={change.overTime} changeId={change.id} />
              <MeanwhilePanel lines={change.meanwhile} changeId={change.id} />
              <HistoryPanel change={change} />
            </aside>
          </div>
        </>
      ) : (
        <Empty title="Not assessed yet">
          <p>
            {change.may.edit ? (
              <Link to={change.resumeAt}>Go on with the proposal</Link>
            ) : (
              'The proposal is not far enough to be assessed; its author can go on with it.'
            )}
          </p>
        </Empty>
      )}
    </>
  );
}
