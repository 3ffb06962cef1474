import { defineAskingLetter } from '../parts/letter/definition';
import { ClarificationRequestDocument } from './letter';
import { clarificationSamples } from './samples';

export const clarificationDefinition = defineAskingLetter(
  'clarification',
  ClarificationRequestDocument,
  clarificationSamples,
);
