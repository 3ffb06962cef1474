import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { ContradictionsPanel } from '~/features/claims/contradictions-panel';
import { listQuotations } from '~/features/claims/read-quotations.server';
import { SupplierFrame } from '~/features/suppliers/supplier-frame';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { LongText, shorten } from '~/ui/long-text';
import { Empty, Notice, Panel } from '~/ui/page';
import { Pager, TableRegion } from '~/ui/table';
import { dateInWords } from '~/ui/time';

const DONE: Record<string, string> = {
  saved: 'Recorded, and held against everything else this supplier said.',
  retired: 'Retired. What was found with it stays in the record.',
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Quotations · ${shorten(data?.supplier.name ?? 'Supplier', 80)} · Changemark` },
];

export const loader = protectedLoader('supplier:read', SupplierParams, async ({ actor, params, url }) =>
  notFoundUnless(await listQuotations(actor, params.supplierId, url.searchParams)),
);

export default function Quotations() {
  const { supplier, page, contradictions, mayEdit } = useLoaderData<typeof loader>();
  const done = DONE[useSearchParams()[0].get('done') ?? ''];
  const base = `/suppliers/${supplier.id}/quotations`;
  return (
    <SupplierFrame
      supplier={supplier}
      part="Quotations"
      sub="What instructions, contracts and bulletins say, word for word. Answers of this supplier are held against them."
      actions={
        mayEdit ? (
          <Link className="btn btn-primary btn-sm" to={`${base}/new`}>
            Add a quotation
          </Link>
        ) : null
      }
    >
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <ContradictionsPanel contradictions={contradictions} all={`/contradictions?supplier=${supplier.id}`} />
      <Panel flush>
        {page.rows.length === 0 ? (
          <div className="p-4">
            <Empty title="Nothing is quoted.">
              A clause of the contract or a sentence of the security guide is often what an answer contradicts.
            </Empty>
          </div>
        ) : (
          <TableRegion label="Quotations">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">About</th>
                  <th scope="col">Words</th>
                  <th scope="col">Where</th>
                  <th scope="col">Who and when</th>
                </tr>
              </thead>
              <tbody>
                {page.rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="max-w-xs break-words">
                      {mayEdit ? (
                        <Link to={`${base}/${row.id}`} className="hover:underline">
                          {shorten(row.label, 160)}
                        </Link>
                      ) : (
                        shorten(row.label, 160)
                      )}
                      <span className="quiet block font-normal">
                        {row.says ? `${row.says} · ` : ''}
                        {row.model ?? 'all devices'}
                      </span>
                    </th>
                    <td data-label="Words" className="max-w-md break-words">
                      “<LongText text={row.quotation} />”
                    </td>
                    <td data-label="Where" className="max-w-60 break-words">
                      {row.source}: {shorten(row.document, 160)}
                      {row.page ? `, ${shorten(row.page, 60)}` : ''}
                    </td>
                    <td data-label="Who" className="break-words">
                      {row.saidBy || 'not recorded'}
                      {row.saidOn ? `, ${dateInWords(row.saidOn)}` : ''}
                      <span className="quiet block">typed in by {row.recordedByName}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </SupplierFrame>
  );
}
