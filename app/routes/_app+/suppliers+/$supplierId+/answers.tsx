import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ANSWERS_BY } from '~/features/suppliers/answers-by';
import { AnswersTable } from '~/features/suppliers/answers-table';
import { listAnswers } from '~/features/suppliers/list-answers.server';
import { SupplierFrame } from '~/features/suppliers/supplier-frame';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { FilterBar, FilterSelect } from '~/ui/filters';
import { shorten } from '~/ui/long-text';
import { Empty, Panel } from '~/ui/page';
import { Pager } from '~/ui/table';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Answers of ${shorten(data?.supplier.name ?? 'a supplier', 80)} · Suppliers · Changemark` },
];

export const loader = protectedLoader('supplier:read', SupplierParams, async ({ actor, params, url }) =>
  notFoundUnless(await listAnswers(actor, params.supplierId, url.searchParams)),
);

export default function SupplierAnswers() {
  const { supplier, by, open, page } = useLoaderData<typeof loader>();
  const narrowed = open || by !== 'change';
  return (
    <SupplierFrame supplier={supplier} part="Answers" sub="Every question that was asked, and the latest answer to it.">
      <Panel flush>
        <FilterBar label="Narrow the list of answers" kept={{}} narrowed={narrowed}>
          <FilterSelect
            name="by"
            label="In the order of"
            value={by === 'change' ? '' : by}
            all="changes"
            choices={[
              { value: 'device', label: 'devices' },
              { value: 'cve', label: 'vulnerabilities' },
            ]}
          />
          <FilterSelect
            name="open"
            label="Answered"
            value={open ? 'yes' : ''}
            all="or not"
            choices={[{ value: 'yes', label: 'not yet' }]}
          />
        </FilterBar>
        {page.rows.length > 0 ? (
          <AnswersTable rows={page.rows} by={by} heading={ANSWERS_BY[by]} />
        ) : (
          <div className="p-4">
            <Empty title={open ? 'No question is open.' : 'No question was asked.'}>
              {narrowed ? (
                <Link to={`/suppliers/${supplier.id}/answers`}>Show all answers</Link>
              ) : (
                'Questions stand here as soon as a letter that asks them is issued.'
              )}
            </Empty>
          </div>
        )}
        <Pager before={page.before} after={page.after} />
      </Panel>
    </SupplierFrame>
  );
}
