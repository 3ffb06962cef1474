import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getStatistics } from '~/features/suppliers/get-statistics.server';
import { METHOD } from '~/features/suppliers/record/record-model';
import { counted } from '~/features/suppliers/record/record-words';
import { ExposurePanel } from '~/features/suppliers/statistics/exposure-panel';
import { StagePanel } from '~/features/suppliers/statistics/stage-panel';
import { RecordDownloads, SupplierFrame } from '~/features/suppliers/supplier-frame';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';
import { shorten } from '~/ui/long-text';
import { Panel } from '~/ui/page';
import { dateInWords } from '~/ui/time';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Statistics of ${shorten(data?.supplier.name ?? 'a supplier', 80)} · Suppliers · Changemark` },
];

export const loader = protectedLoader('supplier:read', SupplierParams, async ({ actor, params }) =>
  notFoundUnless(await getStatistics(actor, params.supplierId)),
);

export default function SupplierStatistics() {
  const record = useLoaderData<typeof loader>();
  const { supplier, period, standing, stages, exposure } = record;
  return (
    <SupplierFrame
      supplier={supplier}
      part="Statistics"
      sub={
        standing.letters === 0
          ? 'No letter has been written to this supplier.'
          : `From ${counted(standing.letters, 'letter')} written ${dateInWords(period.from)} to ${dateInWords(period.to)}.`
      }
      actions={<RecordDownloads id={supplier.id} />}
    >
      <ExposurePanel exposure={exposure} />
      {stages.map((stage) => (
        <StagePanel key={stage.stage} stage={stage} />
      ))}
      <Panel title="How the numbers are made">
        <ul className="flex max-w-4xl list-disc flex-col gap-1 pl-5">
          {METHOD.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Panel>
    </SupplierFrame>
  );
}
