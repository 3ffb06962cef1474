/** What the page of a letter shows; plain data that travels to the browser. */
import type { HistoryEntry } from '../changes/change-view';
import type { LetterKind } from './letter-kinds';
import type { LetterStatus } from './letter-status';

export interface VersionView {
  number: number;
  /** "v1.0" */
  words: string;
  status: 'draft' | 'approved' | 'issued' | 'withdrawn';
  revision: number;
  whatChanged: string;
  createdAt: string;
  createdByName: string;
  approvedAt: string | null;
  approvedByName: string;
  approvedSha256: string | null;
  issuedAt: string | null;
  pages: number | null;
  sha256: string | null;
  /** "Sealed at level B-B: …" or "Not sealed: …"; empty until it is issued. */
  seal: string;
  /** A later version was issued. */
  superseded: boolean;
  /** Address of its file, once it is issued. */
  download: string | null;
}

export interface AnswerView {
  replyId: string;
  choice: string;
  fill: string;
  comment: string;
  by: string;
  at: string;
  /** Name of the person of ours who typed it for the supplier; empty: the supplier did. */
  enteredByName: string;
}

export interface QuestionView {
  number: number;
  text: string;
  deciding: boolean;
  answeredAt: string | null;
  answers: AnswerView[];
  claims: { proposed: number; confirmed: number; setAside: number };
}

export interface DeliveryView {
  id: string;
  version: string;
  channel: 'email' | 'post' | 'hand' | 'portal';
  recipient: string;
  sentOn: string | null;
  proof: string;
  bounceReason: string;
  createdAt: string;
  createdByName: string;
  mail: { id: string; status: string; answer: string; attempts: number } | null;
}

export interface LinkView {
  id: string;
  sentTo: string;
  createdAt: string;
  createdByName: string;
  expiresAt: string;
  openedAt: string | null;
  completedAt: string | null;
  revokedAt: string | null;
  revokedByName: string;
  revokeReason: string;
}

export interface ClockView {
  stage: 'acknowledge' | 'position' | 'fix';
  dueOn: string;
  firstDue: string;
  metAt: string | null;
  stoppedAt: string | null;
  stopReason: string;
}

export interface ReplyBrief {
  id: string;
  channel: string;
  kind: 'answer' | 'acknowledgement';
  responder: string;
  receivedAt: string;
  enteredByName: string;
}

export interface LetterBrief {
  id: string;
  reference: string;
  kind: LetterKind;
  status: LetterStatus;
}

/** Why each act is not offered; null: it is. */
export interface LetterActs {
  approve: string | null;
  edit: string | null;
  send: string | null;
  deliver: string | null;
  bounce: string | null;
  acknowledge: string | null;
  recordReply: string | null;
  correct: string | null;
  /** Drop a correction that is in preparation. */
  drop: string | null;
  close: string | null;
  reopen: string | null;
  withdraw: string | null;
  link: string | null;
  followUp: string | null;
}

export interface LetterView extends LetterBrief {
  asks: boolean;
  subject: string;
  severity: string;
  supplier: { id: string; name: string };
  recipient: { name: string; email: string };
  changes: { id: string; reference: string; title: string; assessmentNumber: number | null; latest: number | null }[];
  models: { id: string; name: string; units: number | null }[];
  campaign: { id: string; title: string } | null;
  follows: LetterBrief | null;
  followers: LetterBrief[];
  authorName: string;
  createdAt: string;
  sentAt: string | null;
  nextDue: string | null;
  /** ISO day of today, so that server and browser say the same. */
  today: string;
  questionsAsked: number;
  questionsOpen: number;
  currentNumber: number;
  shown: VersionView & { model: object; blanks: number; legacy: boolean };
  versions: VersionView[];
  questions: QuestionView[];
  deliveries: DeliveryView[];
  links: LinkView[];
  clocks: ClockView[];
  replies: ReplyBrief[];
  history: HistoryEntry[];
  acts: LetterActs;
  /** Whether this installation can send e-mail at all. */
  mailReady: boolean;
}
