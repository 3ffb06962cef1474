/** Lists: sortable headings as links, keyset pages, and a named region so that wide tables scroll by keyboard. */
import { Link, useLocation } from '@remix-run/react';

/** The present address with some search parameters changed; null removes one. */
export function useSearchLink() {
  const location = useLocation();
  return (changed: Record<string, string | null>) => {
    const search = new URLSearchParams(location.search);
    // Left in the address by a form that was sent; it says nothing about the list.
    search.delete('index');
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) search.delete(name);
      else search.set(name, value);
    }
    const query = search.toString();
    return query ? `${location.pathname}?${query}` : location.pathname;
  };
}

/** Heading that sorts by its column; a second use turns the order round. */
export function SortHeading(props: { column: string; sorted: string; descending: boolean; children: React.ReactNode }) {
  const link = useSearchLink();
  const active = props.sorted === props.column;
  const next = active && !props.descending ? 'desc' : 'asc';
  return (
    <th scope="col" aria-sort={active ? (props.descending ? 'descending' : 'ascending') : undefined}>
      <Link to={link({ sort: props.column, order: next, after: null, before: null })} className="hover:underline">
        {props.children} <span aria-hidden="true">{active ? (props.descending ? '↓' : '↑') : ''}</span>
      </Link>
    </th>
  );
}

/** Scrolls by itself when the table is wider than its place. */
export const TableRegion = ({ label, children }: { label: string; children: React.ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section aria-label={label} tabIndex={0} className="overflow-x-auto">
    {children}
  </section>
);

/** Links to the page before and after; keyset cursors are opaque texts. */
export function Pager({
  before,
  after,
  note,
}: {
  before: string | null;
  after: string | null;
  note?: React.ReactNode;
}) {
  const link = useSearchLink();
  return (
    <nav aria-label="Pages" className="no-print flex flex-wrap items-center justify-between gap-2 px-4 py-2">
      <span className="quiet">{note}</span>
      <span className="flex gap-2">
        {before ? (
          <Link className="btn btn-sm" rel="prev" to={link({ before, after: null })}>
            ← Previous
          </Link>
        ) : null}
        {after ? (
          <Link className="btn btn-sm" rel="next" to={link({ after, before: null })}>
            Next →
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
