/** What the document itself says: products with versions as written, what updates changed, and sources that disagree. */
import { Link } from '@remix-run/react';
import type { VersionVerdict } from '../../../db/schema/index.server';
import { StateBadge } from '../../ui/badge';
import { LongText, shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText, dateInWords } from '../../ui/time';
import type { AdvisoryView } from './advisory-view';
import type { Disagreement } from './disagreements.server';

export const VERDICTS: Record<
  VersionVerdict,
  { label: string; look: 'error' | 'settled' | 'open' | 'info' | 'plain' }
> = {
  affected: { label: 'hit', look: 'error' },
  not_affected: { label: 'not hit', look: 'plain' },
  fixed: { label: 'fixed', look: 'settled' },
  under_investigation: { label: 'under investigation', look: 'info' },
  unclear: { label: 'unclear', look: 'open' },
};

export const VerdictBadge = ({ verdict }: { verdict: VersionVerdict }) => (
  <StateBadge state={VERDICTS[verdict].look}>{VERDICTS[verdict].label}</StateBadge>
);

export const ProductsPanel = ({ view }: { view: AdvisoryView }) => (
  <Panel title={`Products (${view.products.length + view.moreProducts})`} flush>
    <TableRegion label="Products as the advisory names them">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Versions as written</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {view.products.flatMap(({ key, vendor, name, versions }) =>
            versions.map((version, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same version may be listed twice
              <tr key={`${key} ${index}`}>
                <th scope="row" className="max-w-sm break-words">
                  {shorten(name, 200)}
                  <span className="quiet block font-normal">{vendor || 'no vendor named'}</span>
                </th>
                <td data-label="Versions as written" className="max-w-xs break-words font-mono text-[0.93em]">
                  {version.text || '(none)'}
                </td>
                <td data-label="Read as" className="max-w-xs break-words">
                  {version.open ? <StateBadge state="open">waits for a person</StateBadge> : null}{' '}
                  {shorten(version.readAs, 200)}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableRegion>
    {view.moreProducts > 0 ? <p className="quiet px-4 py-2">and {view.moreProducts} more in the document.</p> : null}
  </Panel>
);

export const RevisionsPanel = ({ view }: { view: AdvisoryView }) =>
  view.revisions.length === 0 ? null : (
    <Panel title="What updates changed">
      <ul className="flex flex-col gap-3">
        {view.revisions.map((one) => (
          <li key={one.id} className="break-words">
            <p className="font-semibold">
              Revision {one.revision || 'without a number'}
              {one.release ? ` of ${dateInWords(one.release)}` : ''}, replaced here on{' '}
              <DateText value={one.replacedAt} />
            </p>
            {Object.entries(one.differences).map(([heading, [before, after]]) => (
              <details key={heading}>
                <summary className="min-h-6 cursor-pointer">{heading}</summary>
                <div className="grid grid-cols-1 gap-2 md:grid-cols-2">
                  <p>
                    <span className="quiet block">Before</span>
                    <LongText text={before || '(nothing)'} />
                  </p>
                  <p>
                    <span className="quiet block">After</span>
                    <LongText text={after || '(nothing)'} />
                  </p>
                </div>
              </details>
            ))}
            {Object.keys(one.differences).length === 0 ? <p className="quiet">Nothing that is shown here.</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );

const Dispute = ({ one }: { one: Disagreement }) => (
  <li className="break-words">
    <p className="font-semibold">
      <span className="font-mono">{one.cve}</span> in <Link to={`/devices/${one.model.id}`}>{one.model.name}</Link>
      {one.version ? `, version ${shorten(one.version, 80)}` : ', version not known'}
    </p>
    <ul className="mt-1 grid grid-cols-1 gap-2 md:grid-cols-2">
      {one.sides.map((side) => (
        <li key={side.advisoryId} className="min-w-0 rounded-box border border-base-300 p-2">
          <p className="flex flex-wrap items-center gap-2">
            <Link to={`/advisories/${side.advisoryId}`}>{side.publishedId}</Link>
            <span className="quiet">
              {shorten(side.publisher, 80)}
              {side.release ? `, ${dateInWords(side.release)}` : ''}
            </span>
            <VerdictBadge verdict={side.verdict} />
          </p>
          <p>{shorten(side.because, 300)}</p>
        </li>
      ))}
    </ul>
  </li>
);

/** Nothing is shown where sources agree. */
export const DisagreementsPanel = ({ disagreements }: { disagreements: Disagreement[] }) =>
  disagreements.length === 0 ? null : (
    <Panel title="Sources that disagree">
      <p className="quiet mb-2">
        Each says it of the same device, version and vulnerability. None of them is left out.
      </p>
      <ul className="flex flex-col gap-3">
        {disagreements.slice(0, 50).map((one) => (
          <Dispute key={`${one.model.id} ${one.version} ${one.cve}`} one={one} />
        ))}
      </ul>
    </Panel>
  );
