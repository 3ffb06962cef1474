/** A date has come or passed: what was asked, when, and what is still open. */
import type { Due, Followed, NoticeLetter } from '../parts/letter-model';

export interface Reminder extends NoticeLetter {
  about: Followed;
  due: Due[];
  open: { number: number; text: string }[];
}
