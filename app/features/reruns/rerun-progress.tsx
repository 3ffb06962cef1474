/** How far a re-run is. Looks again by itself while it runs; without JavaScript there is a link. */
import { useLocation, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { Panel } from '../../ui/page';
import { TimeText } from '../../ui/time';
import type { RerunView } from './rerun-views';
import { percent } from './reruns-table';

const EVERY = 1500;

export function RerunProgress({ run }: { run: RerunView }) {
  const { revalidate, state } = useRevalidator();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (!run.running || state !== 'idle') return;
    const timer = setTimeout(revalidate, EVERY);
    return () => clearTimeout(timer);
  }, [run.running, state, revalidate]);
  const figures: [string, React.ReactNode][] = [
    ['Changes judged', run.running ? `${run.judged} of ${run.total}` : run.judged],
    ['Something flips', run.flipped],
    ...(run.unreadable > 0 ? [['Could not be read', run.unreadable] as [string, number]] : []),
    ['Rule library', run.library],
    ['Started', <TimeText key="started" value={run.startedAt} />],
    ['By', run.startedBy],
  ];
  return (
    <Panel>
      <dl className="mt-2 flex flex-wrap gap-x-10 gap-y-2">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="quiet">{label}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {run.running ? (
        <div className="mt-3" role="status">
          <progress className="progress progress-primary w-full" value={percent(run)} max={100} aria-label="Judged" />
          <p className="quiet">
            It goes on by itself, also when you leave this page. <a href={`${pathname}${search}`}>Look again</a>
          </p>
        </div>
      ) : null}
      {run.unreadable > 0 ? (
        <p className="quiet mt-2">
          {run.unreadable} kept {run.unreadable === 1 ? 'dossier is' : 'dossiers are'} no longer let in as written;
          their changes have to be assessed anew.
        </p>
      ) : null}
    </Panel>
  );
}
