import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { compareOptions } from '~/features/options/compare-options.server';
import { GROUP_TITLES, GROUPS } from '~/features/options/option-words';
import { OptionsDrawingView } from '~/features/options/options-drawing';
import { OptionsSummary } from '~/features/options/options-summary';
import { OptionsTable } from '~/features/options/options-table';
import { orderOf, sortOptions } from '~/features/options/sort-options';
import { stateThreat } from '~/features/options/state-threat.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice, Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Options of ${page?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await compareOptions(actor, params.changeId)),
);

export const action = protectedAction('change:answer', ChangeParams, async ({ actor, params, form }) => {
  const answer = notFoundUnless(await stateThreat(actor, params.changeId, form));
  if (answer.ok) throw redirect(`/changes/${params.changeId}/options?done=known`, 303);
  return data(answer, { status: 422 });
});

const DONE: Record<string, string> = { option: 'What you gave is saved.', known: 'Recorded, and compared again.' };

export default function Options() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { change, comparison, may } = page;
  const [search] = useSearchParams();
  const order = orderOf(search);
  const done = DONE[search.get('done') ?? ''];
  const options = sortOptions(page.options, order);
  return (
    <>
      <ChangeSubpage change={change} title="Options" />
      <p className="quiet -mt-2">
        Each option judged by the same charts · rule library {comparison.library} · rules as of{' '}
        {dateInWords(comparison.asOf)}
      </p>
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <OptionsSummary page={page} refused={refused} />
      <Panel title="Certificate burden against exposure left">
        <OptionsDrawingView options={page.options} />
      </Panel>
      {GROUPS.map((group) => (
        <Panel key={group} title={GROUP_TITLES[group]} flush>
          <OptionsTable
            title={GROUP_TITLES[group]}
            options={options.filter((option) => option.group === group)}
            changeId={change.id}
            order={order}
            names={page.names}
            may={may}
          />
        </Panel>
      ))}
      <p className="quiet max-w-prose">
        Law, who may act and clinical safety are never merged. The exposure left is our own derivation from where the
        vulnerability is attacked and from what a measure does to that way; it weighs this vulnerability, not the
        device. An option is called dominated only by one of which everything is known.
      </p>
    </>
  );
}
