/** No answer came: what we shall do on our own responsibility, from when, and how to stop us. */
import type { Slot } from '../document';
import type { Annexes, Followed, NoticeLetter } from '../parts/letter-model';

export interface NoticeOfIntent extends NoticeLetter {
  about: Followed;
  intent: { label: string; value: Slot }[];
  /** ISO day from which we act. */
  from: string;
  unanswered: { number: number; text: string }[];
  /** On which published ground, each with its citation. */
  grounds: { ground: string; citation: string }[];
  controls: Annexes['controls'];
}
