import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { actOnAdvisory } from '~/features/advisories/act-on-advisory.server';
import { AddMatchPanel } from '~/features/advisories/add-match-panel';
import { ADVISORY_STATES } from '~/features/advisories/advisory-states';
import { ChangesPanel, DecidePanel } from '~/features/advisories/decide-panel';
import { DisagreementsPanel, ProductsPanel, RevisionsPanel } from '~/features/advisories/document-panels';
import { getAdvisory } from '~/features/advisories/get-advisory.server';
import { MatchesPanel } from '~/features/advisories/matches-panel';
import { modelsFor } from '~/features/advisories/models-for.server';
import { VulnerabilitiesList } from '~/features/advisories/vulnerabilities-list';
import { formValues } from '~/features/form-values';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { LongText, shorten } from '~/ui/long-text';
import { PageHeader, Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

const Params = z.object({ advisoryId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${shorten(found?.view.publishedId ?? 'Advisory', 80)} · Advisories · Changemark` },
];

export const loader = protectedLoader('advisory:read', Params, async ({ actor, params, url }) => {
  const view = notFoundUnless(await getAdvisory(actor, params.advisoryId));
  return { view, choice: view.may.decide ? await modelsFor(actor, url.searchParams, view.vendors[0] ?? '') : null };
});

export const action = protectedAction('advisory:decide', Params, async ({ actor, params, form }) => {
  const answer = await actOnAdvisory(actor, params.advisoryId, form);
  if (answer.ok) throw redirect(`/advisories/${params.advisoryId}`, 303);
  return data(answer, { status: 422 });
});

export default function AdvisoryPage() {
  const { view, choice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isAdding = refused?.kept.intent?.[0] === 'add';
  const [deciding, adding] = [formValues(isAdding ? null : refused), formValues(isAdding ? refused : null)];
  const dates = [
    view.initialRelease ? `first published ${dateInWords(view.initialRelease)}` : '',
    view.currentRelease ? `this edition ${dateInWords(view.currentRelease)}` : '',
    view.revision ? `revision ${shorten(view.revision, 40)}` : '',
  ];
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Advisories', to: '/advisories' }, { label: shorten(view.publishedId, 60) }]}
        state={<StateBadge state={ADVISORY_STATES[view.state].look}>{ADVISORY_STATES[view.state].label}</StateBadge>}
        title={shorten(view.title, 200)}
        sub={[view.publisher, view.format, ...dates].filter(Boolean).join(' · ')}
      />
      <DisagreementsPanel disagreements={view.disagreements} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          <MatchesPanel view={view} />
          <VulnerabilitiesList view={view} />
          <ProductsPanel view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DecidePanel view={view} form={deciding} />
          <ChangesPanel view={view} />
          {choice ? <AddMatchPanel products={view.products} {...choice} form={adding} /> : null}
          <RevisionsPanel view={view} />
          {view.summary ? (
            <Panel title="In its own words">
              <div className="break-words">
                <LongText text={view.summary} />
              </div>
            </Panel>
          ) : null}
          {view.references.length > 0 ? (
            <Panel title="References">
              <ul className="flex flex-col gap-1">
                {view.references.map((reference) => (
                  <li key={reference} className="wrap-anywhere">
                    {/^https?:\/\//.test(reference) ? (
                      <a href={reference} rel="noreferrer noopener" className="inline-block min-h-6 underline">
                        {shorten(reference, 120)}
                      </a>
                    ) : (
                      reference
                    )}
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}
