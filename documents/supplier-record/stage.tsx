import { View } from '@react-pdf/renderer';
import { type CurvePoint, SurvivalCurve } from '../parts/survival-curve';
import { Table } from '../parts/table';
import { Heading, Line, Small } from '../parts/text';
import { useTheme } from '../parts/themed';
import { Together } from '../parts/together';
import { textWidth } from '../theme';
import type { SupplierRecord } from './model';

type Stage = SupplierRecord['statistics'][number];

/** Rows of the table beside the curve: as many as stand beside it. */
const MOST_ROWS = 9;

/** All points, or evenly chosen ones with the first and the last. */
export function chosen(points: CurvePoint[], most = MOST_ROWS): CurvePoint[] {
  if (points.length <= most) return points;
  const places = new Set(
    Array.from({ length: most }, (_, row) => Math.round((row * (points.length - 1)) / (most - 1))),
  );
  return points.filter((_, place) => places.has(place));
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

const CurveTable = ({ points, width }: { points: CurvePoint[]; width: number }) => (
  <Table
    width={width}
    narrowCells
    columns={[
      { title: 'Day', share: 0.8 },
      { title: 'Unanswered', share: 1.6 },
      { title: '95 % interval', share: 1.8 },
      { title: 'Observed', share: 1.3 },
    ]}
    rows={chosen(points).map((point) => [
      String(point.day),
      percent(point.share),
      `${percent(point.low)} to ${percent(point.high)}`,
      String(point.atRisk),
    ])}
  />
);

/** One clock: counts, median with its interval, the curve and the table it is drawn from. */
export const StageStatistics = ({ stage, families }: { stage: Stage; families: string[] }) => {
  const { narrow } = useTheme();
  const half = narrow ? textWidth : textWidth * 0.48;
  const counts = `${stage.asked} asked, ${stage.answered} answered, ${stage.open} still open. Median: ${stage.median}${stage.interval ? ` (${stage.interval})` : ''}.`;
  return (
    <Together of={[stage.note, counts]} {...(narrow ? { most: 0 } : {})} style={{ marginBottom: 8 }}>
      <Heading level={3}>{stage.stage}</Heading>
      <Line>{counts}</Line>
      {stage.curve.length === 0 ? null : (
        <View
          style={{
            flexDirection: narrow ? 'column' : 'row',
            justifyContent: 'space-between',
            alignItems: 'flex-start',
            marginTop: 5,
          }}
        >
          <View style={{ width: half }}>
            <SurvivalCurve points={stage.curve} width={half} families={families} />
            <Small style={{ marginBottom: 4 }}>Solid: letters still unanswered. Dashed: the 95 % interval.</Small>
          </View>
          <View style={{ width: half }}>
            <CurveTable points={stage.curve} width={half} />
            {stage.curve.length > MOST_ROWS ? (
              <Small>{`${MOST_ROWS} of ${stage.curve.length} steps; the curve shows all.`}</Small>
            ) : null}
          </View>
        </View>
      )}
      {stage.note ? <Small>{stage.note}</Small> : null}
    </Together>
  );
};
