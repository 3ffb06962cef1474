/** A drawing by itself, larger or smaller by links, so that it needs no script. */
import { ChartDrawing } from '../../ui/chart-drawing';
import { TableRegion } from '../../ui/table';
import type { DrawingPageView } from './drawing-page';

const Choice = ({ chosen, to, children }: { chosen: boolean; to: string; children: React.ReactNode }) => (
  <a
    href={to}
    aria-current={chosen ? 'true' : undefined}
    className={`btn btn-sm h-auto min-h-8 py-1 ${chosen ? 'btn-neutral' : 'btn-outline border-base-300'}`}
  >
    {children}
  </a>
);

export const DrawingAtSize = ({ view }: { view: DrawingPageView }) => (
  <main className="flex flex-col gap-3 p-3">
    <div className="no-print flex flex-wrap items-center gap-2">
      <a href={view.back} className="btn btn-sm">
        ← Back
      </a>
      <nav aria-label="Size" className="flex flex-wrap gap-1">
        {view.sizes.map(({ size, address }) => (
          <Choice key={size} chosen={size === view.size} to={address}>
            {size} %
          </Choice>
        ))}
      </nav>
    </div>
    {view.parts.length > 1 ? (
      <nav aria-label="Parts of the chart" className="no-print flex flex-wrap gap-1">
        {view.parts.map(({ part, address }) => (
          <Choice key={part} chosen={part === view.part} to={address}>
            {part}
          </Choice>
        ))}
      </nav>
    ) : null}
    <h1>
      {view.name} · {view.part} <span className="quiet font-normal">{view.edition}</span>
    </h1>
    <TableRegion label={`Drawing of ${view.part}`}>
      <ChartDrawing drawing={view.drawing} label={view.part} summary={view.summary} scale={view.size / 100} />
    </TableRegion>
  </main>
);
