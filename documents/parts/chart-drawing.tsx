import { G, Path, Polyline, Rect, Svg, Text, View } from '@react-pdf/renderer';
import { colour, quarter, textWidth } from '../theme';

/** How a line or an answer stands in the assessment shown: on the path taken, still possible, not reached; plain: none is shown. */
type Passage = 'taken' | 'possible' | 'off' | 'plain';

/**
 * A chart as laid out for the screen, in units of one screen pixel: plain data, so that it can be kept with the record.
 * Questions are boxes, outcomes and exits are pills, and arrows run between them.
 */
export interface PrintedDrawing {
  width: number;
  height: number;
  boxes: {
    x: number;
    y: number;
    width: number;
    height: number;
    heading: string;
    lines: string[];
    remark: string | null;
    state: 'yes' | 'no' | 'open' | 'off' | 'plain';
  }[];
  pills: {
    x: number;
    y: number;
    width: number;
    height: number;
    lines: string[];
    tone: 'good' | 'bad' | 'hold' | 'plain' | 'elsewhere';
    passage: Passage;
  }[];
  arrows: { points: [number, number][]; label: string; labelAt: [number, number]; passage: Passage }[];
}

const boxLook = {
  yes: { fill: '#d9e6f7', stroke: colour.accent, width: 2 },
  no: { fill: '#f0f5fc', stroke: colour.accent, width: 1.4 },
  open: { fill: '#fdeab6', stroke: colour.text, width: 2 },
  off: { fill: '#ffffff', stroke: '#aab2bd', width: 0.9 },
  plain: { fill: '#ffffff', stroke: '#7b8492', width: 0.9 },
};
const pillLook = {
  good: { fill: '#e3f4ea', stroke: '#0d5130' },
  bad: { fill: '#fbdcd8', stroke: '#7c1712' },
  hold: { fill: '#fdeab6', stroke: colour.text },
  plain: { fill: colour.faint, stroke: '#7b8492' },
  elsewhere: { fill: '#ffffff', stroke: '#7b8492' },
};
const line: Record<Passage, { width: number; dash?: string; stroke: string }> = {
  taken: { width: 2.2, stroke: colour.accent },
  possible: { width: 1.5, dash: '7 4', stroke: colour.text },
  plain: { width: 1.2, dash: undefined, stroke: colour.text },
  off: { width: 0.9, dash: '2 4', stroke: '#9aa3af' },
};

/** No drawing is higher on paper than this; a higher one is scaled down. */
const HIGHEST = 560;

type TextStyle = { fontSize: number; fontWeight?: number; fontFamily?: string[] };
const words = (x: number, y: number, value: string, fill: string, style: TextStyle, key?: string, middle = false) => (
  <Text key={key ?? value} x={x} y={y} fill={fill} style={style} textAnchor={middle ? 'middle' : 'start'}>
    {value}
  </Text>
);

const Arrow = ({ arrow, families }: { arrow: PrintedDrawing['arrows'][number]; families: string[] }) => {
  const look = line[arrow.passage];
  const [endX, endY] = arrow.points.at(-1) ?? [0, 0];
  const [fromX] = arrow.points.at(-2) ?? [0, 0];
  const head = fromX < endX ? `M${endX} ${endY}l-8 -4.5v9z` : `M${endX} ${endY}l-4.5 -8h9z`;
  return (
    <G>
      <Polyline
        points={arrow.points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke={look.stroke}
        strokeWidth={look.width}
        {...(look.dash ? { strokeDasharray: look.dash } : {})}
      />
      <Path d={head} fill={look.stroke} />
      {words(arrow.labelAt[0], arrow.labelAt[1], arrow.label, colour.text, { fontSize: 11, fontFamily: families })}
    </G>
  );
};

const Box = ({ box, families }: { box: PrintedDrawing['boxes'][number]; families: string[] }) => {
  const look = boxLook[box.state];
  const ink = box.state === 'off' ? colour.quiet : colour.text;
  return (
    <G>
      <Rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={6}
        ry={6}
        fill={look.fill}
        stroke={look.stroke}
        strokeWidth={look.width}
      />
      {words(
        box.x + 9,
        box.y + 19,
        box.heading,
        ink,
        { fontSize: 12, fontWeight: 700, fontFamily: families },
        'heading',
      )}
      {box.lines.map((text, index) =>
        words(box.x + 9, box.y + 19 + 14 * (index + 1), text, ink, { fontSize: 11, fontFamily: families }, `${index}`),
      )}
      {box.remark
        ? words(
            box.x + 9,
            box.y + box.height - 9,
            box.remark,
            ink,
            { fontSize: 11, fontWeight: 700, fontFamily: families },
            'remark',
          )
        : null}
    </G>
  );
};

const Pill = ({ pill, families }: { pill: PrintedDrawing['pills'][number]; families: string[] }) => {
  const reached = pill.passage !== 'off';
  const look = pillLook[pill.tone];
  const round = pill.tone === 'elsewhere' ? 4 : 15;
  const top = pill.y + pill.height / 2 + (pill.lines.length > 1 ? -2.5 : 4);
  return (
    <G>
      <Rect
        x={pill.x}
        y={pill.y}
        width={pill.width}
        height={pill.height}
        rx={round}
        ry={round}
        fill={reached ? look.fill : '#ffffff'}
        stroke={reached ? look.stroke : '#aab2bd'}
        strokeWidth={reached ? 1.6 : 0.9}
      />
      {pill.lines.map((text, index) =>
        words(
          pill.x + pill.width / 2,
          top + index * 12,
          text,
          reached ? colour.text : colour.quiet,
          { fontSize: 10.5, fontFamily: families },
          `${index}`,
          true,
        ),
      )}
    </G>
  );
};

/** The drawing, as wide as the text at most. State is carried by words and line style, not by colour alone. */
export const ChartDrawing = ({ drawing, families }: { drawing: PrintedDrawing; families: string[] }) => {
  const scale = Math.min(textWidth / drawing.width, HIGHEST / drawing.height, 0.9);
  return (
    <View wrap={false} style={{ marginVertical: 4 }}>
      <Svg
        width={drawing.width * scale}
        height={quarter(drawing.height * scale)}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        {drawing.arrows.map((arrow) => (
          <Arrow key={`${arrow.points.join(' ')} ${arrow.label}`} arrow={arrow} families={families} />
        ))}
        {drawing.pills.map((pill) => (
          <Pill key={`${pill.x} ${pill.y}`} pill={pill} families={families} />
        ))}
        {drawing.boxes.map((box) => (
          <Box key={`${box.x} ${box.y}`} box={box} families={families} />
        ))}
      </Svg>
    </View>
  );
};
