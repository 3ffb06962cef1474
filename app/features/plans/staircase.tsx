/** The staircase of a plan, as a drawing that reads in grey; the table beside it says the same in words. */
import { useId } from 'react';
import { layOutStaircase, NARROW, type Size, type Staircase, WIDE } from './lay-out-staircase';
import type { PlanView } from './plan-view';

function Grid({ drawing: { plot, rows, columns, dates, axisY, height } }: { drawing: Staircase }) {
  return (
    <g>
      {columns.map(({ letter, x, width }, at) => (
        <g key={letter}>
          <rect
            {...{ x, y: plot.y, width, height: height - plot.y - 6 }}
            className={at % 2 === 0 ? 'fill-base-100' : 'fill-base-200'}
          />
          <text x={x + width / 2} y={15} textAnchor="middle" className="fill-base-content text-[12px] font-semibold">
            {letter}
          </text>
        </g>
      ))}
      {rows.map(({ label, y }) => (
        <g key={label}>
          <text x={plot.x - 7} y={y + 4} textAnchor="end" className="fill-base-content text-[12px]">
            {label}
          </text>
          <path d={`M${plot.x} ${y}h${plot.width}`} strokeDasharray="1 5" className="stroke-base-content/50" />
        </g>
      ))}
      <path d={`M${plot.x} ${axisY}h${plot.width}`} className="stroke-base-content" />
      {dates.map(({ x, label }) => (
        <g key={label}>
          <path d={`M${x} ${axisY}v5`} className="stroke-base-content" />
          <text x={x} y={axisY + 17} className="fill-base-content text-[12px]">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** One bar a step: full where it is in force, an open outline where it may be. */
const Bars = ({ drawing }: { drawing: Staircase }) => (
  <g>
    {drawing.bars.map(({ number, y, pieces }) => (
      <g key={number}>
        <text
          x={drawing.plot.x - 7}
          y={y + 13}
          textAnchor="end"
          className="fill-base-content text-[12px] font-semibold"
        >
          step {number}
        </text>
        {pieces.map(({ x, width, sure }) => (
          <rect
            key={x}
            {...{ x: x + 1, y: y + 3, width: Math.max(1, width - 2), height: 13 }}
            rx={3}
            strokeWidth={1.4}
            strokeDasharray={sure ? undefined : '4 3'}
            className={`stroke-base-content ${sure ? 'fill-base-content' : 'fill-none'}`}
          />
        ))}
      </g>
    ))}
  </g>
);

function Drawing({ plan, size, look }: { plan: PlanView; size: Size; look: string }) {
  const drawing = layOutStaircase(plan.periods, plan.steps.length, size);
  const hatch = `hatch${useId().replaceAll(':', '')}`;
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={`Exposure left over time under the plan ${plan.title}. The table says the same in words.`}
      className={look}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V7" strokeWidth={1.6} className="stroke-primary" />
        </pattern>
      </defs>
      <Grid drawing={drawing} />
      <path d={drawing.between} fill={`url(#${hatch})`} opacity={0.55} />
      <path d={drawing.lower} strokeWidth={2} strokeDasharray="6 4" className="fill-none stroke-primary" />
      <path d={drawing.upper} strokeWidth={3.2} className="fill-none stroke-primary" />
      <Bars drawing={drawing} />
    </svg>
  );
}

const LineKey = ({ width, dash, children }: { width: number; dash?: string; children: React.ReactNode }) => (
  <li className="flex items-center gap-1.5">
    <svg viewBox="0 0 30 10" aria-hidden="true" className="h-3 w-8 shrink-0">
      <path d="M0 5h30" strokeWidth={width} strokeDasharray={dash} className="fill-none stroke-primary" />
    </svg>
    {children}
  </li>
);

/** The drawing with its key; on a phone it is laid out anew, not made smaller. */
export const StaircaseView = ({ plan }: { plan: PlanView }) => (
  <div className="flex flex-col gap-2">
    <Drawing plan={plan} size={WIDE} look="w-full max-md:hidden print:block" />
    <Drawing plan={plan} size={NARROW} look="w-full max-w-[30rem] md:hidden print:hidden" />
    <ul className="quiet flex flex-wrap gap-x-5 gap-y-1">
      <LineKey width={3.2}>greatest exposure that can be left</LineKey>
      <LineKey width={2} dash="6 4">
        least that can be left; hatched: between them nobody knows
      </LineKey>
      <li>Bars: full while a step is in force, open outline while it may be.</li>
      <li>Short periods are drawn wider than they are; the last has no end.</li>
    </ul>
  </div>
);
