import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { compareOptions } from '~/features/options/compare-options.server';
import { GROUP_TITLES, GROUPS } from '~/features/options/option-words';
import { OptionsDrawingView } from '~/features/options/options-drawing';
import { OptionsSummary } from '~/features/options/options-summary';
import { OptionsTable } from '~/features/options/options-table';
import { orderOf, sortOptions } from '~/features/options/sort-options';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { Notice, Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Options of ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await compareOptions(actor, params.changeId)),
);

export default function Options() {
  const page = useLoaderData<typeof loader>();
  const { change, comparison, may } = page;
  const [search] = useSearchParams();
  const order = orderOf(search);
  const options = sortOptions(page.options, order);
  return (
    <>
      <ChangeSubpage change={change} title="Options" />
      <p className="quiet -mt-2">
        Each option judged by the same charts · rule library {comparison.library} · rules as of{' '}
        {dateInWords(comparison.asOf)}
      </p>
      {search.get('done') === 'option' ? (
        <Notice kind="success" live>
          What you gave is saved.
        </Notice>
      ) : null}
      <OptionsSummary {...page} />
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
