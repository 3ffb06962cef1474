/** What was said, and what was done: the two histories of a record. */
import { StateBadge } from '../../ui/badge';
import { LongText, shorten } from '../../ui/long-text';
import { Empty } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { Act } from '../devices/get-model-history.server';
import { type Fact, sourceInWords } from './source';
import { factInWords } from './statements';

/** Every statement, newest first; those no longer in force say since when. */
export function StatementsTable(props: {
  facts: Fact[];
  labelOf: (field: string) => string;
  /** Words for a value; the value itself without it. */
  wordsOf?: (fact: Fact) => string;
}) {
  const { facts, labelOf, wordsOf = ({ value }) => factInWords(value) } = props;
  if (facts.length === 0) {
    return <Empty title="Nothing is recorded yet.">What is saved from now on stands here with its source.</Empty>;
  }
  return (
    <TableRegion label="What was said">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">Source</th>
            <th scope="col">Recorded</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${fact.field} ${fact.recordedAt}`} className={fact.supersededAt ? 'quiet' : undefined}>
              <th scope="row" className="font-medium">
                {shorten(labelOf(fact.field), 80)}
              </th>
              <td data-label="Value">
                <LongText text={wordsOf(fact)} />{' '}
                {fact.supersededAt ? null : <StateBadge state="plain">in force</StateBadge>}
              </td>
              <td data-label="Source">{shorten(sourceInWords(fact.source) ?? 'not recorded', 300)}</td>
              <td data-label="Recorded">
                {fact.recordedByName}, <TimeText value={fact.recordedAt} />
                {fact.supersededAt ? (
                  <>
                    {' '}
                    until <TimeText value={fact.supersededAt} />
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** Acts from the audit trail, newest first. */
export function ActsTable({ acts }: { acts: Act[] }) {
  if (acts.length === 0) return <Empty title="Nothing was done yet." />;
  return (
    <TableRegion label="What was done">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Act</th>
            <th scope="col">About</th>
            <th scope="col">By</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.seq}>
              <td data-label="When" className="whitespace-nowrap">
                <TimeText value={act.at} />
              </td>
              <td data-label="Act">{act.what}</td>
              <td data-label="About">{shorten(act.about, 120)}</td>
              <td data-label="By">{act.by}</td>
              <td data-label="Reason">{act.reason ? <LongText text={act.reason} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
