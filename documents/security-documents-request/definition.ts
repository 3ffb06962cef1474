import { defineAskingLetter } from '../parts/letter/definition';
import { SecurityDocumentsRequestDocument } from './letter';
import { securityDocumentsSamples } from './samples';

export const securityDocumentsDefinition = defineAskingLetter(
  'security-documents',
  SecurityDocumentsRequestDocument,
  securityDocumentsSamples,
);
