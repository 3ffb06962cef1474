/** Published worked examples. Canada, Australia, Singapore and IMDRF. */
import type { PublishedExample } from './example';

export const internationalExamples: readonly PublishedExample[] = [];
