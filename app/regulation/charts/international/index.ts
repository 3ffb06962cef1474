/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';

export const internationalCharts: readonly Chart[] = [];
