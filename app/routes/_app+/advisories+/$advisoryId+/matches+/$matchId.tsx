import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { actOnMatch } from '~/features/advisories/act-on-match.server';
import { getMatch } from '~/features/advisories/get-match.server';
import { ConfirmPanel, CorrectPanel, ReadPanel, VersionsPanel } from '~/features/advisories/match-panels';
import { MatchReasons } from '~/features/advisories/match-reasons';
import { MatchBadges, MatchDecision, UnitCounts } from '~/features/advisories/matches-panel';
import { formValues } from '~/features/form-values';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { shorten } from '~/ui/long-text';
import { PageHeader, Panel } from '~/ui/page';

const Params = z.object({ advisoryId: z.uuid(), matchId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${shorten(found?.match.model.name ?? 'Match', 80)} · Advisories · Changemark` },
];

export const loader = protectedLoader('advisory:read', Params, async ({ actor, params, url }) =>
  notFoundUnless(await getMatch(actor, params, url.searchParams)),
);

export const action = protectedAction('advisory:decide', Params, async ({ actor, params, form }) => {
  const answer = await actOnMatch(actor, params.matchId, form);
  if (answer.ok) throw redirect(`/advisories/${params.advisoryId}/matches/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

export default function Match() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const intent = refused?.kept.intent?.[0];
  const { match } = page;
  const deciding = formValues(intent === 'confirm' || intent === 'reject' ? refused : null);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Advisories', to: '/advisories' },
          { label: shorten(match.advisory.publishedId, 60), to: `/advisories/${match.advisory.id}` },
        ]}
        state={<MatchBadges match={match} />}
        title={match.model.name}
        sub={
          <>
            {match.model.supplier}; in the advisory: {shorten(match.product, 200)}.{' '}
            <Link to={`/devices/${match.model.id}`}>Open the model</Link>
          </>
        }
      />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Why">
            <div className="flex flex-col gap-3">
              <MatchDecision match={match} />
              <MatchReasons reasons={match.reasons} />
              <UnitCounts match={match} />
            </div>
          </Panel>
          <VersionsPanel page={page} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {page.may.decide ? <ConfirmPanel page={page} form={deciding} /> : null}
          <ReadPanel page={page} form={formValues(intent === 'read' ? refused : null)} />
          {page.may.decide ? (
            <CorrectPanel page={page} form={formValues(intent === 'correct' ? refused : null)} />
          ) : null}
        </div>
      </div>
    </>
  );
}
