/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { correctionsAndRemovals } from './corrections-and-removals.cfr-2025';
import { postmarketCybersecurity } from './postmarket-cybersecurity.2016-12-28';
import { recallOrEnhancement } from './recall-or-enhancement.2014-10-15';
import { remanufacturing } from './remanufacturing.2024-05-10';
import { softwareChange510k } from './software-change.2017-10-25';

export const usCharts: readonly Chart[] = [
  softwareChange510k,
  postmarketCybersecurity,
  correctionsAndRemovals,
  recallOrEnhancement,
  remanufacturing,
];
