/** The share still unanswered by day, as a drawing that reads in grey, and the table that says the same. */
import { TableRegion } from '../../../ui/table';
import { medianOf, type Survival } from './kaplan-meier';
import { layOutCurve } from './lay-out-curve';

const LABEL = 'fill-base-content text-[12px]';

export function CurveDrawingView({ title, survival }: { title: string; survival: Survival }) {
  const drawing = layOutCurve(survival, medianOf(survival).day);
  const { plot } = drawing;
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <TableRegion label={`Drawing: ${title}`}>
        <svg
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="img"
          aria-label={`${title}: share still unanswered by day. The table says the same in numbers.`}
          className="w-full min-w-[32rem]"
        >
          <path
            d={[
              ...drawing.shares.map(({ y }) => `M${plot.x} ${y}h${plot.width}`),
              ...drawing.days.map(({ x }) => `M${x} ${plot.y + plot.height}v5`),
            ].join('')}
            className="fill-none stroke-base-300"
          />
          {drawing.shares.map(({ label, y }) => (
            <text key={label} x={plot.x - 8} y={y + 4} textAnchor="end" className={LABEL}>
              {label}
            </text>
          ))}
          {drawing.days.map(({ label, x }) => (
            <text key={label} x={x} y={plot.y + plot.height + 20} textAnchor="middle" className={LABEL}>
              {label}
            </text>
          ))}
          <text
            x={plot.x + plot.width / 2}
            y={drawing.height - 6}
            textAnchor="middle"
            className={`${LABEL} font-semibold`}
          >
            days since it was asked
          </text>
          <path d={`${drawing.low}${drawing.high}`} strokeDasharray="3 4" className="fill-none stroke-base-content" />
          <path d={drawing.share} strokeWidth={2.5} className="fill-none stroke-primary" />
          {drawing.median === null ? null : (
            <path
              d={`M${plot.x} ${drawing.half}H${drawing.median}V${plot.y + plot.height}`}
              strokeDasharray="8 4"
              className="fill-none stroke-base-content"
            />
          )}
        </svg>
      </TableRegion>
      <figcaption className="quiet">
        Solid: share still unanswered. Dotted: its 95 % interval. Long dashes: the median, where half were answered.
      </figcaption>
    </figure>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const CurveTable = ({ title, survival }: { title: string; survival: Survival }) => (
  <TableRegion label={`Table: ${title}`}>
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col" className="text-right">
            Day
          </th>
          <th scope="col" className="text-right">
            Open before
          </th>
          <th scope="col" className="text-right">
            Answered
          </th>
          <th scope="col" className="text-right">
            Unanswered
          </th>
          <th scope="col" className="text-right">
            95 % interval
          </th>
        </tr>
      </thead>
      <tbody>
        {survival.points.map((point) => (
          <tr key={point.day}>
            <th scope="row" className="text-right font-medium">
              {point.day}
            </th>
            <td className="text-right">{point.atRisk}</td>
            <td className="text-right">{point.answered}</td>
            <td className="text-right">{percent(point.share)}</td>
            <td className="text-right whitespace-nowrap">
              {percent(point.low)} to {percent(point.high)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
