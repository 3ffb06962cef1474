import { G, Path, Line as Rule, Svg, Text } from '@react-pdf/renderer';
import { quarter, themes } from '../theme';
import { useTheme } from './themed';

export interface CurvePoint {
  day: number;
  /** Still unanswered from this day on, 0 to 1, with the bounds of its interval. */
  share: number;
  low: number;
  high: number;
  /** Letters still observed just before this day. */
  atRisk: number;
}

/** Measures at the size of the labels in the standard theme; larger labels enlarge all. */
const HEIGHT = 150;
const LEFT = 34;
const FOOT = 24;
const TOP = 6;
const RIGHT = 8;

/** Days between two marks of the axis such that there are at most six. */
const STEPS = [1, 2, 5, 10, 20, 30, 50, 100, 200, 365, 730, 1825, 3650];

/** Marks of the axis of days from 0 to the first mark at or after `last`. */
export function dayMarks(last: number): number[] {
  const step = STEPS.find((one) => last / one <= 6) ?? Math.ceil(last / 6);
  return Array.from({ length: Math.ceil(Math.max(last, 1) / step) + 1 }, (_, index) => index * step);
}

/** A path of steps: level until a day, then down to the share of that day. */
export function stepPath(
  points: { day: number; value: number }[],
  x: (day: number) => number,
  y: (share: number) => number,
  end: number,
): string {
  const corners = points.map((point) => `H${x(point.day)}V${y(point.value)}`).join('');
  return `M${x(0)} ${y(1)}${corners}H${x(end)}`;
}

/**
 * The share of letters still unanswered by day, as steps, with its interval in dashes. Nothing is told by colour alone.
 * @param points in order of days; the curve begins at 100 % on day 0
 */
export const SurvivalCurve = ({
  points,
  width,
  families,
}: {
  points: CurvePoint[];
  width: number;
  families: string[];
}) => {
  const { colour, size, edge, narrow } = useTheme();
  const label = { fontSize: narrow ? size.small : size.foot, fontFamily: families };
  const larger = label.fontSize / themes.standard.size.foot;
  const [left, foot, top, right] = [LEFT * larger, FOOT * larger, TOP * larger, RIGHT * larger];
  const height = quarter(HEIGHT * Math.sqrt(larger));
  const marks = dayMarks(points.at(-1)?.day ?? 1);
  const end = marks.at(-1) ?? 1;
  const round = (value: number) => Math.round(value * 100) / 100;
  const x = (day: number) => round(left + (day / end) * (width - left - right));
  const y = (share: number) => round(top + (1 - share) * (height - top - foot));
  const curve = (value: (point: CurvePoint) => number) =>
    stepPath(
      points.map((point) => ({ day: point.day, value: Math.min(1, Math.max(0, value(point))) })),
      x,
      y,
      points.at(-1)?.day ?? 0,
    );
  return (
    <Svg width={quarter(width)} height={height} viewBox={`0 0 ${quarter(width)} ${height}`}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <G key={share}>
          <Rule x1={left} x2={width - right} y1={y(share)} y2={y(share)} stroke={colour.rule} strokeWidth={0.4} />
          <Text x={left - 4} y={y(share) + 2.5} fill={colour.quiet} style={label} textAnchor="end">
            {`${share * 100} %`}
          </Text>
        </G>
      ))}
      {marks.map((day) => (
        <G key={day}>
          <Rule x1={x(day)} x2={x(day)} y1={y(0)} y2={y(0) + 3} stroke={edge} strokeWidth={0.6} />
          <Text x={x(day)} y={y(0) + 4 + label.fontSize} fill={colour.quiet} style={label} textAnchor="middle">
            {String(day)}
          </Text>
        </G>
      ))}
      <Text x={(left + width) / 2} y={height - 2} fill={colour.quiet} style={label} textAnchor="middle">
        days since the letter was sent
      </Text>
      <Path d={curve((point) => point.high)} fill="none" stroke={edge} strokeWidth={0.8} strokeDasharray="3 2" />
      <Path d={curve((point) => point.low)} fill="none" stroke={edge} strokeWidth={0.8} strokeDasharray="3 2" />
      <Path d={curve((point) => point.share)} fill="none" stroke={colour.accent} strokeWidth={1.8} />
    </Svg>
  );
};
