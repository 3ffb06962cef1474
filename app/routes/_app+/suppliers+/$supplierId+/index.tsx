import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { ContradictionsPanel } from '~/features/claims/contradictions-panel';
import { ActsTable } from '~/features/provenance/history-tables';
import { getSupplierPage } from '~/features/suppliers/get-supplier-page.server';
import { LettersPanel, OverduePanel, StandingPanel } from '~/features/suppliers/standing-panels';
import { RecordDownloads, SupplierFrame } from '~/features/suppliers/supplier-frame';
import { ContactsPanel, SupplierFacts, SupplierModels } from '~/features/suppliers/supplier-panels';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { shorten } from '~/ui/long-text';
import { Notice, Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

const DONE: Record<string, string> = {
  created: 'Added.',
  saved: 'Saved, with its source.',
  retired: 'Retired. It stays readable, and can be restored.',
  restored: 'Restored.',
  contact: 'The contact is saved.',
  removed: 'The contact is removed. Letters that named it keep the name.',
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${shorten(data?.values.name ?? 'Supplier', 80)} · Suppliers · Changemark` },
];

export const loader = protectedLoader('supplier:read', SupplierParams, async ({ actor, params }) =>
  notFoundUnless(await getSupplierPage(actor, params.supplierId)),
);

export default function Supplier() {
  const supplier = useLoaderData<typeof loader>();
  const done = DONE[useSearchParams()[0].get('done') ?? ''];
  const base = `/suppliers/${supplier.id}`;
  return (
    <SupplierFrame
      supplier={{ id: supplier.id, name: supplier.values.name }}
      state={
        supplier.retiredAt ? <StateBadge state="plain">retired {dateInWords(supplier.retiredAt)}</StateBadge> : null
      }
      actions={
        supplier.mayEdit ? (
          <>
            <Link className="btn btn-ghost btn-sm" to={`${base}/retire`}>
              {supplier.retiredAt ? 'Restore' : 'Retire'}
            </Link>
            {supplier.retiredAt ? null : (
              <Link className="btn btn-primary btn-sm" to={`${base}/edit`}>
                Edit
              </Link>
            )}
          </>
        ) : null
      }
    >
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <StandingPanel supplier={supplier} aside={<RecordDownloads id={supplier.id} />} />
      <OverduePanel supplier={supplier} />
      <ContradictionsPanel
        contradictions={supplier.contradictions}
        all={`/contradictions?supplier=${supplier.id}&status=all`}
      />
      <LettersPanel supplier={supplier} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
        <SupplierFacts supplier={supplier} />
        <ContactsPanel supplier={supplier} />
      </div>
      <SupplierModels supplier={supplier} />
      <Panel title="What was done" flush>
        <ActsTable acts={supplier.acts} />
      </Panel>
    </SupplierFrame>
  );
}
