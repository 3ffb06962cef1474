/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { mdcg20203Rev1 } from './mdcg-2020-3.rev1-2023-05';

export const euCharts: readonly Chart[] = [mdcg20203Rev1];
