import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LibraryTable } from '~/features/library/library-table';
import { protectedLoader } from '~/guard/guard.server';
import { CHARTS } from '~/regulation/charts';
import { LIBRARY_EDITION } from '~/regulation/library';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Library · Changemark' }];

export const loader = protectedLoader('library:read', undefined, () => ({ edition: LIBRARY_EDITION }));

export default function Library() {
  const { edition } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Library"
        sub={`Every published chart that Changemark walks, as data you can hold beside the document. Library edition ${edition}; each assessment keeps the edition it used.`}
      />
      <Panel flush>
        <LibraryTable charts={CHARTS} />
      </Panel>
      <Panel title="How to read a mark">
        <dl className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-[auto_minmax(0,1fr)]">
          {MARKS.map(([mark, meaning]) => (
            <div key={mark} className="contents">
              <dt className="font-medium">{mark}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}

const MARKS = [
  ['seen in source', 'The sentence was read in the document that is cited, in the edition that is named.'],
  ['second-hand', 'Read in another document that quotes or sums up the source.'],
  ['derived', 'Follows from statements seen in the source; no sentence says it as it stands here.'],
  ['interpretation', 'Our reading where the source leaves room. Have it confirmed before you rely on it.'],
  ['from memory', 'Not checked against the document. Treat it as a pointer to where to look.'],
] as const;
