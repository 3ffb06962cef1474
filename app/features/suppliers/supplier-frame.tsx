/** The head of a supplier's pages, with the way to its other parts and to its record as a file. */
import { Link, useLocation } from '@remix-run/react';
import { shorten } from '../../ui/long-text';
import { PageHeader } from '../../ui/page';

const PARTS = [
  { path: '', label: 'How it stands' },
  { path: '/answers', label: 'Answers' },
  { path: '/quotations', label: 'Quotations' },
  { path: '/statistics', label: 'Statistics' },
] as const;

export function SupplierFrame(props: {
  supplier: { id: string; name: string };
  /** Title of a page below the first. */
  part?: string;
  state?: React.ReactNode;
  sub?: React.ReactNode;
  actions?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { pathname } = useLocation();
  const base = `/suppliers/${props.supplier.id}`;
  const name = shorten(props.supplier.name, 200);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Suppliers', to: '/suppliers' }, ...(props.part ? [{ label: name, to: base }] : [])]}
        title={props.part ? `${props.part}: ${name}` : name}
        state={props.state}
        sub={props.sub}
        actions={props.actions}
      />
      <nav aria-label="Parts of this supplier" className="no-print flex flex-wrap gap-x-1 border-b border-base-300">
        {PARTS.map(({ path, label }) => {
          const here = pathname === base + path;
          return (
            <Link
              key={path}
              to={base + path}
              aria-current={here ? 'page' : undefined}
              className={`-mb-px border-b-2 px-3 py-2 ${here ? 'border-primary font-semibold' : 'border-transparent hover:border-base-300'}`}
            >
              {label}
            </Link>
          );
        })}
      </nav>
      {props.children}
    </>
  );
}

/** The record to take away; plain links, because they are files and no pages. */
export const RecordDownloads = ({ id }: { id: string }) => (
  <span className="flex flex-wrap items-center gap-2">
    <span className="quiet">Record</span>
    {(['pdf', 'csv', 'json'] as const).map((format) => (
      <a
        key={format}
        className="btn btn-outline btn-sm"
        href={`/suppliers/${id}/record.${format}`}
        download
        aria-label={`Download the record as ${format.toUpperCase()}`}
      >
        {format.toUpperCase()}
      </a>
    ))}
  </span>
);
