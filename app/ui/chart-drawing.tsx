/** Draws a laid-out chart as SVG: legible in grey (line style and words carry the state), named for screen readers. */
import type { Drawing, Passage, PlacedArrow, PlacedBox, PlacedPill, Tone } from './chart-layout';

const BOX_LOOK: Record<PlacedBox['state'], { fill: string; stroke: string; width: number }> = {
  yes: { fill: 'fill-primary/12', stroke: 'stroke-primary', width: 2 },
  no: { fill: 'fill-primary/6', stroke: 'stroke-primary', width: 1.5 },
  open: { fill: 'fill-warning/30', stroke: 'stroke-base-content', width: 2 },
  off: { fill: 'fill-base-100', stroke: 'stroke-base-content/40', width: 1 },
  plain: { fill: 'fill-base-100', stroke: 'stroke-base-content/60', width: 1 },
};

const PILL_LOOK: Record<Tone, { fill: string; stroke: string }> = {
  good: { fill: 'fill-success/12', stroke: 'stroke-success' },
  bad: { fill: 'fill-error/12', stroke: 'stroke-error' },
  hold: { fill: 'fill-warning/30', stroke: 'stroke-base-content' },
  plain: { fill: 'fill-base-200', stroke: 'stroke-base-content/60' },
  elsewhere: { fill: 'fill-base-100', stroke: 'stroke-base-content/50' },
};

const LINE: Record<Passage, { dash?: string; width: number; look: string }> = {
  taken: { width: 2.2, look: 'stroke-primary' },
  possible: { dash: '7 4', width: 1.6, look: 'stroke-base-content' },
  off: { dash: '2 4', width: 1, look: 'stroke-base-content/50' },
  plain: { width: 1.2, look: 'stroke-base-content/80' },
};

function Arrow({ arrow }: { arrow: PlacedArrow }) {
  const line = LINE[arrow.passage];
  const [endX, endY] = arrow.points.at(-1) ?? [0, 0];
  const [fromX] = arrow.points.at(-2) ?? [0, 0];
  const head = fromX < endX ? `M${endX} ${endY} l-8 -4.5 v9 z` : `M${endX} ${endY} l-4.5 -8 h9 z`;
  return (
    <g className={line.look}>
      <polyline
        points={arrow.points.map((point) => point.join(',')).join(' ')}
        fill="none"
        strokeWidth={line.width}
        strokeDasharray={line.dash}
      />
      <path d={head} stroke="none" className={arrow.passage === 'taken' ? 'fill-primary' : 'fill-base-content'} />
      <text x={arrow.labelAt[0]} y={arrow.labelAt[1]} stroke="none" className="fill-base-content text-[10.5px]">
        {arrow.label}
      </text>
    </g>
  );
}

function Box({ box }: { box: PlacedBox }) {
  const look = BOX_LOOK[box.state];
  const faded = box.state === 'off' ? 'fill-base-content/75' : 'fill-base-content';
  return (
    <g>
      <rect
        {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 6, strokeWidth: look.width }}
        className={`${look.fill} ${look.stroke}`}
      />
      <text x={box.x + 9} y={box.y + 19} className={`${faded} text-[12px] font-semibold`}>
        {box.heading}
      </text>
      {box.lines.map((line, index) => (
        <text
          key={line}
          x={box.x + 9}
          y={box.y + 19 + 14 * (index + 1)}
          {...squeezed(line, box.width - 14, 5.9)}
          className={`${faded} text-[11px]`}
        >
          {line}
        </text>
      ))}
      {box.remark ? (
        <text x={box.x + 9} y={box.y + box.height - 9} className="fill-base-content text-[11px] italic">
          {box.remark}
        </text>
      ) : null}
    </g>
  );
}

/** A word too long for its place is drawn narrower, never over the edge. @param each the usual width of a letter */
const squeezed = (line: string, width: number, each: number) =>
  line.length * each > width ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' as const } : {};

function Pill({ pill }: { pill: PlacedPill }) {
  const look = PILL_LOOK[pill.tone];
  const reached = pill.passage !== 'off';
  const top = pill.y + pill.height / 2 + 3.5 - (pill.lines.length - 1) * 6;
  return (
    <g>
      <rect
        {...{ x: pill.x, y: pill.y, width: pill.width, height: pill.height, rx: pill.tone === 'elsewhere' ? 4 : 15 }}
        strokeWidth={reached ? 1.6 : 1}
        className={`${reached ? look.fill : 'fill-base-100'} ${reached ? look.stroke : 'stroke-base-content/40'}`}
      />
      {pill.lines.map((line, index) => (
        <text
          key={line}
          x={pill.x + pill.width / 2}
          y={top + index * 12}
          textAnchor="middle"
          {...squeezed(line, pill.width - 8, 5.7)}
          className={`${reached ? 'fill-base-content font-medium' : 'fill-base-content/75'} text-[10.5px]`}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** The drawing; `label` names it, `summary` says in one sentence what it shows. The same content stands in a table. */
export function ChartDrawing(props: {
  drawing: Drawing;
  label: string;
  summary: string;
  /** Size of one unit of the drawing; pixels unless `unit` says otherwise. */
  scale?: number;
  unit?: 'pt';
  /** Shrinks to the width of its place. */
  fluid?: boolean;
}) {
  const { drawing, label, summary, scale = 1, unit = '' } = props;
  const length = (units: number) => `${Math.round(units * scale * 100) / 100}${unit}`;
  return (
    <svg
      role="img"
      aria-label={`${label}. ${summary}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={length(drawing.width)}
      height={length(drawing.height)}
      className={`block font-sans ${props.fluid ? 'h-auto max-w-full' : ''}`}
    >
      {drawing.arrows.map((arrow) => (
        <Arrow key={arrow.key} arrow={arrow} />
      ))}
      {drawing.pills.map((pill) => (
        <Pill key={pill.key} pill={pill} />
      ))}
      {drawing.boxes.map((box) => (
        <Box key={box.id} box={box} />
      ))}
    </svg>
  );
}
