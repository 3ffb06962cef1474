/** How far a device has drifted from what was certified, one small change at a time. */
import { Link } from '@remix-run/react';
import { StateBadge, TierRange } from '../../ui/badge';
import { TextField } from '../../ui/field';
import { PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText, dateInWords } from '../../ui/time';
import type { RefusedForm } from '../save-form.server';
import type { Cumulative } from './cumulative';

const since = ({ baseline }: Cumulative): string =>
  baseline
    ? `since ${dateInWords(baseline.day)} (${baseline.of})`
    : 'on record (no certificate has a date of issue here)';

const changesInWords = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

/** On the page of a change: whether it is one too many to be looked at by itself. */
export function CumulativeNotice({ cumulative, modelId }: { cumulative: Cumulative; modelId: string }) {
  if (!cumulative.reached) return null;
  return (
    <Notice kind="warning" title="Look at the changes of this device together">
      This is change number {cumulative.total + 1} on the device {since(cumulative)}; a look at all of them is asked for
      after {cumulative.after}. The published charts judge one change at a time, and small ones add up.{' '}
      <Link to={`/devices/${modelId}/changes`}>The changes since the baseline</Link>
    </Notice>
  );
}

/** On the page of a device: the changes that add up, and from when on to look at them together. */
export function CumulativePanel(props: { cumulative: Cumulative; maySet: boolean; refused: RefusedForm | undefined }) {
  const { cumulative, maySet, refused } = props;
  const { counted, total, after, reached } = cumulative;
  return (
    <Panel title="Since the baseline">
      <p>
        <StateBadge state={reached ? 'hold' : 'info'}>
          {total} of {after}
        </StateBadge>{' '}
        {changesInWords(total)} on the device {since(cumulative)}.{' '}
        {reached
          ? 'Look at them together: the charts judge one change at a time, and small ones add up.'
          : 'Changes of its environment and those given up do not count.'}
      </p>
      {counted.length > 0 ? (
        <TableRegion label="Changes on the device since the baseline">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Change</th>
                <th scope="col">Kind</th>
                <th scope="col">Proposed</th>
                <th scope="col">Status</th>
                <th scope="col">Certificates</th>
              </tr>
            </thead>
            <tbody>
              {counted.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="font-medium">
                    <Link to={`/changes/${one.id}`}>{one.title}</Link>
                    <span className="quiet block font-mono font-normal">{one.reference}</span>
                  </th>
                  <td data-label="Kind">{one.kinds.join(', ')}</td>
                  <td data-label="Proposed">
                    <DateText value={one.proposedOn} />
                  </td>
                  <td data-label="Status">{one.statusLabel}</td>
                  <td data-label="Certificates">
                    {one.tier ? <TierRange from={one.tier.from} to={one.tier.to} /> : 'not assessed'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      ) : null}
      {total > counted.length ? <p className="quiet">The latest {counted.length} are named.</p> : null}
      {maySet ? (
        <PostForm className="no-print mt-3 flex flex-wrap items-end gap-3">
          <input type="hidden" name="was" value={after} />
          <TextField
            name="after"
            type="number"
            label="Ask for a look at all of them after"
            value={refused?.kept.after?.[0] ?? String(after)}
            errors={refused?.errors.after}
          />
          <Submit small look="plain">
            Set
          </Submit>
        </PostForm>
      ) : null}
    </Panel>
  );
}
