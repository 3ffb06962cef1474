/** The results page: changes first, since that is where work is done, then devices, units, letters, suppliers. */
import { Link } from '@remix-run/react';
import { Empty } from '../../ui/page';
import { isChangeStatus, STATUS_LABELS } from '../changes/change-status';
import { cveIn } from '../fleet/units-filter';
import { FoundList } from './found-list';
import type { Found } from './search.server';

const retired = (is: boolean) => (is ? 'retired' : undefined);
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** A CVE id has an answer of its own: units, sources, makers, changes. */
const CveLink = ({ cve }: { cve: string }) => (
  <Link to={`/fleet/cve?cve=${cve}`} className="font-semibold">
    What do we have for {cve}, and what did the maker say?
  </Link>
);

export function FoundPage({ found }: { found: Found }) {
  const { q, changes, models, units, suppliers, letters } = found;
  const all = (to: string, hits: { more: boolean }) =>
    hits.more ? { to: `${to}${new URLSearchParams({ q })}`, label: 'More' } : null;
  const nothing = [changes, models, units, suppliers, letters].every((hits) => hits.rows.length === 0);
  if (q === '') {
    return (
      <Empty title="Type what you look for.">
        A device or its maker, a serial number or asset tag, a change or CVE, a supplier, the reference of a letter. A
        whole reference such as CM-2026-000123 leads straight there.
      </Empty>
    );
  }
  const cve = cveIn(q);
  if (nothing) {
    return (
      <Empty title={`Nothing is found for “${q}”.`}>
        {cve ? <CveLink cve={cve} /> : null} Every word has to occur. Try a part of the name or number, or look through
        the <Link to="/devices">devices</Link> and <Link to="/changes">changes</Link>.
      </Empty>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
      {cve ? (
        <p className="lg:col-span-2">
          <CveLink cve={cve} />
        </p>
      ) : null}
      <FoundList
        title="Changes"
        more={all('/changes?', changes)}
        items={changes.rows.map((hit) => ({
          ...{ key: hit.id, to: `/changes/${hit.id}`, code: hit.reference, label: hit.title || 'Untitled' },
          about: joined(hit.modelName, isChangeStatus(hit.status) ? STATUS_LABELS[hit.status] : hit.status),
          note: hit.cves.join(', '),
        }))}
      />
      <FoundList
        title="Device models"
        more={all('/devices?', models)}
        items={models.rows.map((hit) => ({
          ...{ key: hit.id, to: `/devices/${hit.id}`, label: joined(hit.name, hit.number) },
          about: joined(hit.maker, hit.kind, `${hit.units} ${hit.units === 1 ? 'unit' : 'units'}`),
          note: retired(hit.retired),
        }))}
      />
      <FoundList
        title="Units"
        more={all('/units?', units)}
        items={units.rows.map((hit) => ({
          ...{ key: hit.id, to: `/units/${hit.id}`, code: hit.serial, label: hit.modelName },
          about: joined(hit.assetTag ? `asset tag ${hit.assetTag}` : null, hit.place) || 'place not recorded',
          note: retired(hit.retired),
        }))}
      />
      <FoundList
        title="Letters"
        more={all('/letters?', letters)}
        items={letters.rows.map((hit) => ({
          ...{ key: hit.id, to: `/letters/${hit.id}`, code: hit.reference, label: hit.title || 'Untitled' },
          about: joined(hit.supplierName, hit.status),
        }))}
      />
      <FoundList
        title="Suppliers"
        more={all('/suppliers?', suppliers)}
        items={suppliers.rows.map((hit) => ({
          ...{ key: hit.id, to: `/suppliers/${hit.id}`, label: hit.name },
          about: joined(hit.country, `${hit.models} ${hit.models === 1 ? 'model' : 'models'}`),
          note: retired(hit.retired),
        }))}
      />
    </div>
  );
}
