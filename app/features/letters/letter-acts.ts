/** Which acts on a letter are offered to somebody, or why not, in words. Pure: the page and its test ask here. */
import { LETTER_KIND_WORDS, type LetterKind } from './letter-kinds';
import { type LetterMove, type LetterStatus, letterTransition, WAITING_STATUSES } from './letter-status';
import type { LetterActs } from './letter-view';

export interface ActsOn {
  kind: LetterKind;
  status: LetterStatus;
  /** Why this person may not approve; null: may. */
  approve: string | null;
  /** The version in force has its file. */
  issued: boolean;
  /** A version before the one in preparation has its file. */
  inForce: boolean;
  /** Some version has left the house. */
  left: boolean;
  legacy: boolean;
  may: { draft: boolean; send: boolean };
}

const NO_SEND = 'Your role does not send letters.';
const NO_DRAFT = 'Your role does not draft letters.';

/** For each act: null when it is offered, else the reason. */
export function letterActs({ kind, status, approve, issued, inForce, left, legacy, may }: ActsOn): LetterActs {
  const move = (wanted: LetterMove, allowed: boolean, otherwise: string): string | null => {
    const next = letterTransition(status, wanted);
    if (!next.ok) return next.message;
    return allowed ? null : otherwise;
  };
  const asks = LETTER_KIND_WORDS[kind].asks;
  const waits = WAITING_STATUSES.includes(status);
  const reply = asks && (waits || status === 'issued' || status === 'answered');
  return {
    approve,
    edit: status !== 'draft' ? 'Only a draft is edited.' : legacy ? LEGACY : may.draft ? null : NO_DRAFT,
    send: !issued && status === 'issued' ? 'Its file is not there yet.' : move('send', may.send, NO_SEND),
    deliver: move('deliver', may.send, NO_SEND),
    bounce: status === 'issued' ? 'It has not left yet.' : move('bounce', may.send, NO_SEND),
    acknowledge: asks ? move('acknowledge', may.send, NO_SEND) : 'Nothing is asked that could be acknowledged.',
    recordReply: !reply ? 'No answer is waited for.' : may.send ? null : NO_SEND,
    correct: legacy ? LEGACY : move('correct', may.draft, NO_DRAFT),
    drop: !inForce ? 'No correction is in preparation.' : move('keep_issued', may.draft, NO_DRAFT),
    close: move('close', may.send, NO_SEND),
    reopen: move('reopen', may.send, NO_SEND),
    withdraw: left
      ? 'A version of it has left the house: correct it or close it; it cannot be unsaid.'
      : move('withdraw', may.send, NO_SEND),
    link:
      !reply || !issued ? 'A link is made for an issued letter that waits for its answer.' : may.send ? null : NO_SEND,
    followUp: !asks || !waits ? 'Nothing is overdue that could be reminded of.' : may.draft ? null : NO_DRAFT,
  };
}

const LEGACY = 'This draft is from before answers were kept as data; draft the letter anew.';
