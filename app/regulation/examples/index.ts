/**
 * Published worked examples: the documents' own illustrations, each with what it says, where it stands and how far it is
 * to be walked. They illustrate the library and check it; nothing is decided by them.
 */
import { euExamples } from './eu';
import type { PublishedExample } from './example';
import { internationalExamples } from './international';
import { ukExamples } from './uk';
import { usExamples } from './us';

export type { PublishedExample } from './example';

export const EXAMPLES: readonly PublishedExample[] = [
  ...euExamples,
  ...usExamples,
  ...ukExamples,
  ...internationalExamples,
];
