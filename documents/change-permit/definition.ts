import { type DocumentDefinition, plain, safeFileName } from '../document';
import type { ChangePermit } from './model';
import { ChangePermitDocument } from './permit';
import { changePermitSamples } from './samples';

export const changePermitDefinition: DocumentDefinition<ChangePermit> = {
  component: ChangePermitDocument,
  samples: changePermitSamples,
  fileName: (model) => safeFileName(`${plain(model.reference)}-change-permit`),
};
