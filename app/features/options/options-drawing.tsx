/** Certificate burden against exposure left, as a drawing that reads in grey; the tables below say the same in words. */
import { TableRegion } from '../../ui/table';
import type { OptionView } from './compare-options.server';
import { layOutOptions, type OptionsDrawing, type PlacedChip, type PlacedSpan } from './lay-out-options';

const DASH: Readonly<Record<PlacedSpan['style'], string | undefined>> = {
  range: undefined,
  forecast: '7 4',
  unknown: '2 4',
};

const OUTLINE: Readonly<Record<PlacedChip['shape'], string>> = {
  square: 'M-12 -10h24v20h-24z',
  round: 'M0 -11a11 11 0 0 0 0 22a11 11 0 0 0 0 -22z',
  diamond: 'M0 -13l14 13l-14 13l-14 -13z',
};

/** One mark: filled where it is settled, hollow while it may still move. */
const Chip = ({ chip }: { chip: PlacedChip }) => (
  <g transform={`translate(${chip.x} ${chip.y})`}>
    <path
      d={OUTLINE[chip.shape]}
      strokeWidth={1.6}
      className={`stroke-base-content ${chip.settled ? 'fill-base-content' : 'fill-base-100'}`}
    />
    <text
      y={4}
      textAnchor="middle"
      className={`text-[11.5px] font-semibold ${chip.settled ? 'fill-base-100' : 'fill-base-content'}`}
    >
      {chip.number}
    </text>
  </g>
);

function Grid({ drawing: { plot, columns, rows, width, height } }: { drawing: OptionsDrawing }) {
  const step = { x: plot.width / columns.length, y: plot.height / rows.length };
  return (
    <g>
      {columns.map(({ label, x }, at) => (
        <g key={label}>
          <rect
            {...{ x: plot.x + at * step.x, y: plot.y, width: step.x, height: plot.height }}
            className={at === 0 || at === columns.length - 1 ? 'fill-base-200' : 'fill-base-100'}
          />
          <text x={x} y={plot.y + plot.height + 18} textAnchor="middle" className="fill-base-content text-[12px]">
            {label}
          </text>
        </g>
      ))}
      {rows.map(({ label, y }) => (
        <text key={label} x={plot.x - 8} y={y + 4} textAnchor="end" className="fill-base-content text-[12px]">
          {label}
        </text>
      ))}
      <path
        d={[
          ...columns.map((_, at) => `M${plot.x + at * step.x} ${plot.y}v${plot.height}`),
          ...rows.map((_, at) => `M${plot.x} ${plot.y + at * step.y}h${plot.width}`),
          `M${plot.x + plot.width} ${plot.y}v${plot.height}h${-plot.width}`,
        ].join('')}
        className="fill-none stroke-base-300"
      />
      <text
        x={plot.x + plot.width / 2}
        y={height - 10}
        textAnchor="middle"
        className="fill-base-content text-[12px] font-semibold"
      >
        What it asks of the certificate →
      </text>
      <text
        transform={`translate(14 ${plot.y + plot.height / 2}) rotate(-90)`}
        textAnchor="middle"
        className="fill-base-content text-[12px] font-semibold"
      >
        Exposure left →
      </text>
      <rect x={0} y={0} width={width} height={height} className="fill-none" />
    </g>
  );
}

const Key = ({ children, chip }: { children: React.ReactNode; chip: Pick<PlacedChip, 'shape' | 'settled'> }) => (
  <li className="flex items-center gap-1.5">
    <svg viewBox="-15 -14 30 28" aria-hidden="true" className="h-5 w-5 shrink-0">
      <path
        d={OUTLINE[chip.shape]}
        strokeWidth={2}
        className={`stroke-base-content ${chip.settled ? 'fill-base-content' : 'fill-base-100'}`}
      />
    </svg>
    {children}
  </li>
);

const LineKey = ({ dash, children }: { dash?: string; children: React.ReactNode }) => (
  <li className="flex items-center gap-1.5">
    <svg viewBox="0 0 30 10" aria-hidden="true" className="h-3 w-8 shrink-0">
      <path d="M0 5h30" strokeWidth={2} strokeDasharray={dash} className="fill-none stroke-base-content" />
    </svg>
    {children}
  </li>
);

/** The drawing with its key. */
export function OptionsDrawingView({ options }: { options: readonly OptionView[] }) {
  const drawing = layOutOptions(options);
  return (
    <div className="flex flex-col gap-2">
      <TableRegion label="Drawing of the options">
        <svg
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="img"
          aria-label="Options by what they ask of the certificate and by the exposure they leave. The tables below say the same in words."
          className="mx-auto w-full max-w-[74rem] min-w-[46rem]"
        >
          <Grid drawing={drawing} />
          {drawing.spans.map(({ key, style, ...box }) => (
            <rect
              key={key}
              {...box}
              rx={7}
              strokeWidth={1.5}
              strokeDasharray={DASH[style]}
              className="fill-none stroke-primary"
            />
          ))}
          {drawing.chips.map((chip) => (
            <Chip key={chip.number} chip={chip} />
          ))}
        </svg>
      </TableRegion>
      <ul className="quiet flex flex-wrap gap-x-5 gap-y-1">
        <Key chip={{ shape: 'square', settled: false }}>on the device</Key>
        <Key chip={{ shape: 'round', settled: false }}>in its environment</Key>
        <Key chip={{ shape: 'diamond', settled: false }}>neither</Key>
        <Key chip={{ shape: 'round', settled: true }}>filled: settled; hollow: may still move</Key>
        <LineKey>range by charts that apply</LineKey>
        <LineKey dash={DASH.forecast}>range by a forecast</LineKey>
        <LineKey dash={DASH.unknown}>not known</LineKey>
        <li>A number stands at the worst that can still be.</li>
      </ul>
    </div>
  );
}
