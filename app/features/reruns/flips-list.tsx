/** The changes of which an instrument says something else: before, after, and why. */
import { Link } from '@remix-run/react';
import { TierRange } from '../../ui/badge';
import { Empty, Panel } from '../../ui/page';
import { Pager, useSearchLink } from '../../ui/table';
import type { FlippedChange, FlipView, RerunPageView, SaidView } from './rerun-views';

const Says = ({ label, said }: { label: string; said: SaidView }) => (
  <div className="min-w-0">
    <p className="quiet">
      {label}
      {said.edition ? ` · ${said.edition}` : ''}
    </p>
    {said.tiers ? (
      <p className="flex flex-wrap items-center gap-x-2">
        <TierRange from={said.tiers.from} to={said.tiers.to} />
        <span>{said.outcomes.join(' or ')}</span>
      </p>
    ) : (
      <p>Did not apply</p>
    )}
  </div>
);

const Flip = ({ flip }: { flip: FlipView }) => (
  <div className="border-t border-base-300 py-2.5">
    <h4 className="font-medium">
      <Link to={`/library/${flip.instrument}`} className="underline decoration-base-content/40 underline-offset-2">
        {flip.name}
      </Link>
    </h4>
    <div className="mt-1 grid gap-x-6 gap-y-2 md:grid-cols-2">
      <Says label="Before" said={flip.before} />
      <Says label="Now" said={flip.after} />
    </div>
    <div className="mt-1.5">
      <p className="quiet">Why</p>
      <ul className="list-disc pl-5">
        {flip.why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  </div>
);

const Change = ({ change }: { change: FlippedChange }) => (
  <article className="border-t border-base-300 py-3 first:border-0">
    <h3>
      <Link to={`/changes/${change.changeId}`} className="inline-block min-h-6 underline underline-offset-2">
        {change.reference} {change.title}
      </Link>
    </h3>
    <p className="quiet mb-2">
      {change.modelName} ·{' '}
      <Link to={`/changes/${change.changeId}/assessments/${change.number}`} className="underline underline-offset-2">
        assessment {change.number} as it was judged
      </Link>
    </p>
    {change.flips.map((flip) => (
      <Flip key={flip.instrument} flip={flip} />
    ))}
  </article>
);

function Instruments({ instruments, chosen }: Pick<RerunPageView, 'instruments' | 'chosen'>) {
  const link = useSearchLink();
  const all = { instrument: null, name: 'Every instrument', count: null };
  return (
    <nav aria-label="Instruments that flip" className="no-print flex flex-wrap gap-1">
      {[all, ...instruments].map(({ instrument, name, count }) => (
        <Link
          key={name}
          to={link({ instrument, after: null, before: null })}
          aria-current={instrument === chosen ? 'true' : undefined}
          className={`btn btn-sm h-auto min-h-8 py-1 ${instrument === chosen ? 'btn-neutral' : 'btn-outline border-base-300'}`}
        >
          {name} {count}
        </Link>
      ))}
    </nav>
  );
}

export function FlipsList({ view }: { view: RerunPageView }) {
  const { page, run } = view;
  if (page.rows.length === 0) {
    return (
      <Empty title={run.running ? 'Nothing flips so far' : 'Nothing flips'}>
        <p>
          {run.running
            ? 'Changes appear here as they are found.'
            : 'Every instrument says of every change what it said when the change was assessed.'}
        </p>
      </Empty>
    );
  }
  return (
    <>
      {view.instruments.length > 1 ? <Instruments instruments={view.instruments} chosen={view.chosen} /> : null}
      <Panel title="Changes with another outcome">
        {page.rows.map((change) => (
          <Change key={change.changeId} change={change} />
        ))}
      </Panel>
      <Pager before={page.before} after={page.after} />
    </>
  );
}
