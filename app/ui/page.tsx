/** The frame of every page's content: what it is and its state, then the answer, then why. */
import { Link } from '@remix-run/react';

export interface Crumb {
  label: string;
  to?: string;
}

export function PageHeader(props: {
  crumbs?: Crumb[];
  title: string;
  /** State badges beside the breadcrumbs. */
  state?: React.ReactNode;
  sub?: React.ReactNode;
  actions?: React.ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-96">
        {props.crumbs || props.state ? (
          <div className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1">
            {props.crumbs ? (
              <nav aria-label="Breadcrumb" className="flex flex-wrap items-center gap-x-2">
                {props.crumbs.map((crumb, index) => (
                  <span key={crumb.label} className="flex min-h-7 items-center gap-2">
                    {index > 0 ? (
                      <span aria-hidden="true" className="quiet">
                        /
                      </span>
                    ) : null}
                    {crumb.to ? (
                      <Link
                        to={crumb.to}
                        className="inline-block py-0.5 underline decoration-base-content/40 underline-offset-2 hover:decoration-current"
                      >
                        {crumb.label}
                      </Link>
                    ) : (
                      <span className="font-mono">{crumb.label}</span>
                    )}
                  </span>
                ))}
              </nav>
            ) : null}
            {props.state}
          </div>
        ) : null}
        <h1>{props.title}</h1>
        {props.sub ? <p className="quiet mt-1 max-w-4xl">{props.sub}</p> : null}
      </div>
      {props.actions ? <div className="no-print flex flex-wrap items-center gap-2">{props.actions}</div> : null}
    </header>
  );
}

/** A titled panel. */
export function Panel(props: {
  title?: string;
  aside?: React.ReactNode;
  id?: string;
  children: React.ReactNode;
  flush?: boolean;
}) {
  return (
    <section id={props.id} className="panel min-w-0" aria-label={props.title}>
      {props.title ? (
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3.5 pb-1">
          <h2>{props.title}</h2>
          {props.aside}
        </div>
      ) : null}
      <div className={props.flush ? 'pb-1' : 'p-4 pt-2'}>{props.children}</div>
    </section>
  );
}

/** An empty state: what is missing and what to do next. */
export const Empty = ({ title, children }: { title: string; children?: React.ReactNode }) => (
  <div className="flex flex-col items-start gap-2 rounded-box border border-dashed border-base-300 p-6">
    <p className="font-semibold">{title}</p>
    {children ? <div className="quiet">{children}</div> : null}
  </div>
);

/** A remark set apart from the text, with a word for its kind. */
export function Notice(props: {
  kind: 'info' | 'warning' | 'error' | 'success';
  title?: string;
  children: React.ReactNode;
  live?: boolean;
}) {
  const look = { info: 'tint-info', warning: 'tint-warning', error: 'tint-error', success: 'tint-success' }[props.kind];
  return (
    <div className={`${look} rounded-box p-3`} role={props.live ? 'status' : undefined}>
      {props.title ? <p className="font-semibold">{props.title}</p> : null}
      {props.children}
    </div>
  );
}
