import { exportRecord } from '~/features/suppliers/record/export-record.server';
import { SupplierParams } from '~/features/suppliers/supplier-params';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('device:export', SupplierParams, async ({ actor, params }) =>
  notFoundUnless(await exportRecord(actor, params.supplierId, 'pdf')),
);
