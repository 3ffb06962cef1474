/** The four axes side by side, before and after; no number stands for all of them. */
import { ConfidenceBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { AXIS_LABELS } from './axes';
import { RatingBadge } from './band-badge';
import { BANDS, MATRIX_SOURCE } from './matrix';
import type { AxisView } from './risk-view';

export const AxesSummary = ({ axes }: { axes: readonly AxisView[] }) => (
  <Panel title="Four axes">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Axis</th>
          <th scope="col">Before the change</th>
          <th scope="col">After the change</th>
        </tr>
      </thead>
      <tbody>
        {axes.map(({ axis, ratings }) => (
          <tr key={axis}>
            <th scope="row">
              <a href={`#${axis}`}>{AXIS_LABELS[axis]}</a>
            </th>
            <td data-label="Before">
              <RatingBadge rating={ratings.before} />
            </td>
            <td data-label="After">
              <RatingBadge rating={ratings.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="quiet mt-2 text-[0.93em]">
      Consequence × likelihood, with the controls in place. Bands:{' '}
      {BANDS.map(({ band, from, to }) => `${from} to ${to} ${band}`).join(', ')}. {MATRIX_SOURCE.citation}{' '}
      <ConfidenceBadge mark={MATRIX_SOURCE.confidence} />. The axes are never added up: one number would hide which of
      them is high.
    </p>
  </Panel>
);
