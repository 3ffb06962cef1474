/** Thanks, and what of the answer was taken into the record. */
import type { Followed, NoticeLetter } from '../parts/letter-model';

export interface AnswerAcceptance extends NoticeLetter {
  about: Followed;
  accepted: { number: number | null; question: string; answer: string; quotation: string }[];
  stillOpen: { number: number; text: string }[];
}
