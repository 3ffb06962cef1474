/** Two statements on the same device and subject cannot both be right: both are quoted, and one question is asked. */
import type { AskingLetter } from '../parts/letter-model';

export interface QuotedSide {
  /** "Your letter of 3 March 2026", "MDS2 form". */
  where: string;
  quotation: string;
  page: string;
  said: string;
}

export interface ClarificationRequest extends AskingLetter {
  about: string;
  sides: QuotedSide[];
}
