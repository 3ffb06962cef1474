/** Reminders were not answered: the whole history, to somebody above the first contact. */
import type { Slot } from '../document';
import type { Due, Followed, NoticeLetter } from '../parts/letter-model';

export interface Escalation extends NoticeLetter {
  about: Followed;
  due: Due[];
  /** What happened so far, oldest first. */
  history: { date: string; what: string }[];
  open: { number: number; text: string }[];
  /** What waits for the answer: units exposed, since when. */
  stakes: { label: string; value: Slot }[];
}
