/** Figures over days: a drawing that reads in grey, and the table that says the same. */
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import { TRENDS } from './fleet-lines';
import { type FleetDay, layOutTrend, pointsOf } from './trend';

const LABEL = 'fill-base-content text-[12px]';

function TrendDrawing({ days, trend }: { days: readonly FleetDay[]; trend: (typeof TRENDS)[number] }) {
  const drawing = layOutTrend(days, trend.key, dateInWords);
  if (!drawing) return null;
  const { plot } = drawing;
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium">{trend.label}</figcaption>
      <TableRegion label={`Drawing: ${trend.label}`}>
        <svg
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="img"
          aria-label={`${trend.label} by day. The table below says the same in numbers.`}
          className="w-full min-w-[26rem]"
        >
          <path
            d={drawing.marks.map(({ y }) => `M${plot.x} ${y}h${plot.width}`).join('')}
            className="fill-none stroke-base-300"
          />
          {drawing.marks.map(({ label, y }) => (
            <text key={y} x={plot.x - 8} y={y + 4} textAnchor="end" className={LABEL}>
              {label}
            </text>
          ))}
          {drawing.days.map(({ label, x }, at) => (
            <text
              key={label}
              x={x}
              y={plot.y + plot.height + 20}
              textAnchor={at === 0 ? 'start' : 'end'}
              className={LABEL}
            >
              {label}
            </text>
          ))}
          {drawing.lines.map((line) => (
            <path key={line} d={line} strokeWidth={2.5} className="fill-none stroke-primary" />
          ))}
          {drawing.dots.map(({ x, y }) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r={3.5} className="fill-primary" />
          ))}
        </svg>
      </TableRegion>
    </figure>
  );
}

const Cell = ({ day, trend }: { day: FleetDay; trend: (typeof TRENDS)[number] }) => {
  const [point] = pointsOf([day], trend.key);
  return (
    <td className="text-right">
      {point ? `${point.n.toLocaleString('en-GB')} of ${point.of.toLocaleString('en-GB')}` : '–'}
    </td>
  );
};

export const TrendPanel = ({ days }: { days: readonly FleetDay[] }) => (
  <Panel title="Over the last 180 days" id="trends">
    {days.length === 0 ? (
      <Empty title="No day is kept yet.">The figures of each day are kept by themselves, from today on.</Empty>
    ) : (
      <>
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {TRENDS.map((trend) => (
            <TrendDrawing key={trend.key} days={days} trend={trend} />
          ))}
        </div>
        <p className="quiet mt-2">A day on which nobody counted is a gap, not a zero.</p>
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer py-0.5">The same as a table ({days.length} days)</summary>
          <TableRegion label="Figures by day">
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  {TRENDS.map(({ key, label }) => (
                    <th key={key} scope="col" className="text-right">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...days].reverse().map((day) => (
                  <tr key={day.day}>
                    <th scope="row" className="font-medium whitespace-nowrap">
                      {dateInWords(day.day)}
                    </th>
                    {TRENDS.map((trend) => (
                      <Cell key={trend.key} day={day} trend={trend} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </details>
      </>
    )}
  </Panel>
);
