import { type DocumentDefinition, safeFileName } from '../document';
import type { SupplierRecord } from './model';
import { SupplierRecordDocument } from './record';
import { supplierRecordSamples } from './samples';

export const supplierRecordDefinition: DocumentDefinition<SupplierRecord> = {
  component: SupplierRecordDocument,
  samples: supplierRecordSamples,
  fileName: (model) => safeFileName(`supplier-record-${model.supplier}-${model.date}`),
};
