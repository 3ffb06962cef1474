import { type DocumentDefinition, safeFileName } from '../document';
import type { SignSheet } from './model';
import { signSheetSamples } from './samples';
import { SignSheetDocument } from './sheet';

export const signSheetDefinition: DocumentDefinition<SignSheet> = {
  component: SignSheetDocument,
  samples: signSheetSamples,
  fileName: (model) => safeFileName(`${model.change.reference}-sign-sheet`),
};
