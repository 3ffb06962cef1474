/** When the instruments of one book apply. Canada, Australia, Singapore, China, Switzerland, IMDRF. */
import type { ApplicabilityRow } from './row';

export const internationalRows: readonly ApplicabilityRow[] = [];
