import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { FoundInLibrary } from '~/features/library/found-in-library';
import { LibrarySearch } from '~/features/library/library-search';
import { LibraryTable } from '~/features/library/library-table';
import { listLibrary } from '~/features/library/list-library.server';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Library · Changemark' }];

export const loader = protectedLoader('library:read', undefined, ({ url }) => listLibrary(url.searchParams));

export default function Library() {
  const { q, edition, groups, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Library"
        sub={`Every published chart that Changemark walks, as data you can hold beside the document. Library edition ${edition}; each assessment keeps the edition it used.`}
        actions={
          <Link to="/library/reruns" className="btn btn-outline btn-sm">
            What would flip
          </Link>
        }
      />
      <LibrarySearch q={q} />
      {found ? <FoundInLibrary q={q} found={found} /> : null}
      {groups.map((group) => (
        <Panel key={group.jurisdiction} title={`${group.jurisdiction} (${group.rows.length})`} flush>
          <LibraryTable group={group} />
        </Panel>
      ))}
      {found ? null : <Marks />}
    </>
  );
}

const Marks = () => (
  <Panel title="How to read a mark">
    <dl className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-[auto_minmax(0,1fr)]">
      {MARKS.map(([mark, meaning]) => (
        <div key={mark} className="contents">
          <dt className="font-medium">{mark}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <p className="quiet mt-2">
      <strong>law</strong> asks whether the change disturbs the certificate, <strong>who</strong> who may make it,{' '}
      <strong>safe</strong> whether it is safe here and now. They are never added up.
    </p>
  </Panel>
);

const MARKS = [
  ['seen in source', 'The sentence was read in the document that is cited, in the edition that is named.'],
  ['second-hand', 'Read in another document that quotes or sums up the source.'],
  ['derived', 'Follows from statements seen in the source; no sentence says it as it stands here.'],
  ['interpretation', 'Our reading where the source leaves room. Have it confirmed before you rely on it.'],
  ['from memory', 'Not checked against the document. Treat it as a pointer to where to look.'],
] as const;
