import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Disagreements, Forecasts, LeftOut } from '~/features/assessments/beside-the-answer';
import { ChartPanel } from '~/features/assessments/chart-panel';
import { Consequences } from '~/features/assessments/consequences';
import { assessmentPage } from '~/features/assessments/get-assessment.server';
import { InstrumentsTable } from '~/features/assessments/instruments-table';
import { readingWish } from '~/features/assessments/read-result.server';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Notice, Panel } from '~/ui/page';
import { timeInWords } from '~/ui/time';

const Params = z.object({
  changeId: z.uuid(),
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.change.reference}, assessment ${data.number} · Changemark` : 'Assessment · Changemark' },
];

export const loader = protectedLoader('change:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await assessmentPage(actor, params, readingWish(url.searchParams))),
);

export default function OneAssessment() {
  const kept = useLoaderData<typeof loader>();
  const { reading, change } = kept;
  const { shown } = reading;
  return (
    <>
      <ChangeSubpage change={change} title={`Assessment ${kept.number}`} />
      <p className="quiet -mt-2">
        Change version {kept.changeVersion} · rule library {kept.library} · rules as of {kept.asOf} ·{' '}
        {kept.assessedByName}, {timeInWords(kept.assessedAt)} · dossier{' '}
        <span className="font-mono break-all">{kept.dossierSha256}</span>
      </p>
      {kept.latest > kept.number ? (
        <Notice kind="info" title="A later assessment exists">
          This is how it was judged then.{' '}
          <Link to={`/changes/${change.id}/assessments/${kept.latest}`}>Show assessment {kept.latest}</Link>.
        </Notice>
      ) : null}
      <Disagreements sentences={reading.disagreements} />
      <Panel title="By market" flush>
        <div className="px-2">
          <InstrumentsTable
            findings={reading.findings}
            shown={shown?.instrument ?? null}
            label="Instruments that apply"
          />
        </div>
      </Panel>
      {shown ? (
        <>
          <ChartPanel finding={shown} />
          <Consequences finding={shown} />
        </>
      ) : null}
      <Forecasts hints={reading.hints} shown={shown?.instrument ?? null} />
      <LeftOut leftOut={reading.leftOut} />
    </>
  );
}
