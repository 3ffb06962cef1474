/** The head of every page about a model: what it is, its state, and the ways to its parts. */
import { Link, useLocation, useSearchParams } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Notice, PageHeader } from '../../ui/page';
import { dateInWords } from '../../ui/time';
import type { ModelHeader } from './model-header.server';
import { osInWords } from './os-support';
import { supportInWords } from './os-text';

const PARTS = [
  { path: '', label: 'Overview' },
  { path: '/software', label: 'Software and components' },
  { path: '/mds2', label: 'MDS2' },
  { path: '/baseline', label: 'Baseline' },
  { path: '/network', label: 'Network' },
  { path: '/antivirus', label: 'Anti-virus' },
  { path: '/patches', label: 'Patches' },
  { path: '/exposure', label: 'Exposure' },
  { path: '/units', label: 'Units' },
  { path: '/plans', label: 'Options over time' },
  { path: '/proofs', label: 'Proofs' },
  { path: '/changes', label: 'Changes' },
  { path: '/history', label: 'History' },
];

const DONE: Record<string, string> = {
  created: 'Added. What you did not say can be filled in later; nothing unknown is taken for a no.',
  saved: 'Saved, with its source.',
  retired: 'Retired. It stays readable, and can be restored.',
  restored: 'Restored.',
  certified: 'The certification is saved.',
  uncertified: 'The certification is retired. It stays in the table.',
  versioned: 'The version is added.',
  components: 'The components are saved.',
  answered: 'The answers are recorded.',
  units: 'The units are added.',
  threshold: 'Set.',
  flows: 'The communication matrix is saved.',
  proof: 'The proof is recorded.',
};

/** Name with model number, not longer than a heading should be. */
export const modelTitle = ({ values }: ModelHeader): string =>
  shorten(`${values.name} ${values.modelNumber}`.trim(), 200);

export function ModelFrame(props: { model: ModelHeader; actions?: React.ReactNode; children: React.ReactNode }) {
  const { model } = props;
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const base = `/devices/${model.id}`;
  const os = osInWords({ product: model.values.osProduct, release: model.values.osRelease });
  const done = DONE[search.get('done') ?? ''];
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Devices', to: '/devices' },
          { label: shorten(model.values.manufacturer, 80), to: `/suppliers/${model.values.supplierId}` },
        ]}
        title={modelTitle(model)}
        state={
          <>
            {model.retiredAt ? <StateBadge state="plain">retired {dateInWords(model.retiredAt)}</StateBadge> : null}
            {model.support.state === 'ended' ? (
              <StateBadge state="error">{supportInWords(model.support)}</StateBadge>
            ) : null}
          </>
        }
        sub={[
          shorten(model.values.kind, 80),
          model.values.softwareVersion
            ? `software ${shorten(model.values.softwareVersion, 60)}`
            : 'software version not recorded',
          os ? shorten(os, 80) : 'operating system not recorded',
          `${model.unitsInUse.toLocaleString('en-GB')} ${model.unitsInUse === 1 ? 'unit' : 'units'} in use`,
        ].join(' · ')}
        actions={props.actions}
      />
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      {model.retiredAt ? (
        <Notice kind="warning" title="This model is retired">
          It is no longer offered for changes and not edited. <Link to={`${base}/retire`}>Restore it</Link> to do so.
        </Notice>
      ) : null}
      <nav aria-label="Parts of this model" className="no-print flex flex-wrap gap-x-1 border-b border-base-300">
        {PARTS.map(({ path, label }) => {
          const here = pathname === base + path;
          return (
            <Link
              key={path}
              to={base + path}
              aria-current={here ? 'page' : undefined}
              className={`-mb-px border-b-2 px-3 py-2 ${here ? 'border-primary font-semibold' : 'border-transparent hover:border-base-300'}`}
            >
              {label}
            </Link>
          );
        })}
      </nav>
      {props.children}
    </>
  );
}
