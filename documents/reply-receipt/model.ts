/** What a supplier gets in hand after answering: what was received, when, under which digest. */
import type { Slot } from '../document';
import type { ThemeName } from '../parts/letter-model';

export interface ReplyReceipt {
  theme?: ThemeName;
  language: string;
  organisation: string;
  letter: { reference: string; version: string; subject: string };
  /** "23 November 2026, 14:05 UTC" */
  received: string;
  channel: string;
  /** Set when staff typed it for the supplier: name and day. */
  enteredBy?: string;
  responder: { name: Slot; role: Slot; email?: string };
  theirReference?: string;
  answers: { number: number; question: string; answer: string; comment: string }[];
  files: { name: string; size: string; sha256: string; note: string }[];
  message: string;
  /** SHA-256 of the canonical content of the reply. */
  contentSha256: string;
}
