/** How much may be attached to one change. Pure; what one file and one upload may hold stands in features/files. */
import { MEGABYTE } from '../files/upload-limits';

export const MOST_ATTACHMENTS = 200;
export const LARGEST_ATTACHED = 500 * MEGABYTE;
/** Longest note beside a file. */
export const LONGEST_NOTE = 1_000;
