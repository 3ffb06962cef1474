import { type DocumentDefinition, plain, safeFileName } from '../document';
import { SupplierRequestLetterDocument } from './letter';
import type { SupplierRequestLetter } from './model';
import { letterSamples } from './samples';

export const letterDefinition: DocumentDefinition<SupplierRequestLetter> = {
  component: SupplierRequestLetterDocument,
  samples: letterSamples,
  fileName: (model) => safeFileName(`${plain(model.reference)}-supplier-request`),
};
