/** The editions of an instrument with their days in force and content hashes, and what two of them do otherwise. */
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import type { EditionView } from './chart-page';
import type { EditionDifference } from './compare-editions';
import { InForce } from './in-force';

export const EditionsPanel = ({
  editions,
  difference,
}: {
  editions: EditionView[];
  difference: EditionDifference | null;
}) => (
  <Panel title="Editions" id="editions" flush>
    <TableRegion label="Editions of the instrument">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Edition</th>
            <th scope="col">In force</th>
            <th scope="col">Issued</th>
            <th scope="col">Content (SHA-256)</th>
            <th scope="col">Outline</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((one) => (
            <tr key={one.from} aria-current={one.shown || undefined}>
              <th scope="row" className="font-medium">
                {one.shown ? one.edition : <a href={one.address}>{one.edition}</a>}{' '}
                {one.current ? (
                  <StateBadge state={one.ended ? 'plain' : 'settled'}>{one.ended ? 'ended' : 'in use'}</StateBadge>
                ) : (
                  <StateBadge state="plain">earlier</StateBadge>
                )}
                {one.shown && editions.length > 1 ? <span className="quiet"> shown here</span> : null}
              </th>
              <td data-label="In force">
                <InForce from={one.from} to={one.to} />
              </td>
              <td data-label="Issued">{one.issued ?? 'no date seen'}</td>
              <td data-label="Content (SHA-256)" className="font-mono text-[0.85em] break-all">
                {one.sha256}
              </td>
              <td data-label="">
                <a href={one.outline} download>
                  Text
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
    <p className="quiet px-4 py-2">
      The hash is taken over the chart in RFC 8785 form. An assessment keeps the hashes of the editions it walked.
    </p>
    {difference ? <Difference difference={difference} /> : null}
  </Panel>
);

function Difference({ difference }: { difference: EditionDifference }) {
  const { before, after, added, removed, reworded, rewired, outcomes } = difference;
  const none = added.length + removed.length + reworded.length + rewired.length + outcomes.length === 0;
  return (
    <div className="border-t border-base-300 px-4 pt-3 pb-2">
      <h3>
        What {after} does otherwise than {before}
      </h3>
      {none ? <p>Every question, arrow and outcome is the same.</p> : null}
      <Boxes title="Questions added" boxes={added} />
      <Boxes title="Questions removed" boxes={removed} />
      <Pairs
        title="Questions reworded"
        pairs={reworded.map((one) => ({ ...one, what: '' }))}
        before={before}
        after={after}
      />
      <Pairs title="Arrows, rules and citations" pairs={rewired} before={before} after={after} />
      <Pairs title="Outcomes" pairs={outcomes} before={before} after={after} />
    </div>
  );
}

const Boxes = ({ title, boxes }: { title: string; boxes: { id: string; text: string }[] }) =>
  boxes.length === 0 ? null : (
    <details className="mt-2" open={boxes.length <= 8}>
      <summary className="min-h-6 cursor-pointer font-medium">
        {title} ({boxes.length})
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {boxes.map((box) => (
          <li key={box.id}>
            <span className="font-mono">{box.id}</span> {box.text}
          </li>
        ))}
      </ul>
    </details>
  );

interface Pair {
  id: string;
  what: string;
  before: string;
  after: string;
}

const Pairs = ({ title, pairs, before, after }: { title: string; pairs: Pair[]; before: string; after: string }) =>
  pairs.length === 0 ? null : (
    <details className="mt-2" open={pairs.length <= 8}>
      <summary className="min-h-6 cursor-pointer font-medium">
        {title} ({pairs.length})
      </summary>
      <TableRegion label={title}>
        <table className="data-table stacks mt-1">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.id} ${pair.what}`}>
                <th scope="row" className="font-normal md:whitespace-nowrap">
                  <span className="font-mono">{pair.id}</span> {pair.what}
                </th>
                <td data-label={before}>{pair.before}</td>
                <td data-label={after}>{pair.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
