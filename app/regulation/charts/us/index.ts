/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { remanufacturing } from './remanufacturing.2024-05-10';
import { softwareChange510k } from './software-change.2017-10-25';

export const usCharts: readonly Chart[] = [softwareChange510k, remanufacturing];
