import { defineLetter } from '../parts/letter/definition';
import { InterimControlsNoticeDocument } from './letter';
import { interimControlsSamples } from './samples';

export const interimControlsDefinition = defineLetter(
  'interim-controls',
  InterimControlsNoticeDocument,
  interimControlsSamples,
);
