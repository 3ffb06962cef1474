/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { significantChangeCanada } from './canada-significant-change.2026-03-31';
import { softwareChangeCanada2011 } from './canada-software-change.2011-01-20';

export const internationalCharts: readonly Chart[] = [significantChangeCanada, softwareChangeCanada2011];
