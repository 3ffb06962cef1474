/** Published worked examples. United Kingdom and hospitals. */
import type { PublishedExample } from './example';

export const ukExamples: readonly PublishedExample[] = [];
