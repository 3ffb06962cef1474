/** What an attempt to hand over an e-mail came to. Pure. */

/** Parts of nodemailer's errors that are looked at. */
export interface PostError {
  message: string;
  code?: string;
  /** The server's reply code, when it gave one. */
  responseCode?: number;
  /** The SMTP command that failed: "RCPT TO", "DATA", "AUTH PLAIN", "CONN". */
  command?: string;
}

/**
 * `again`: it has not left and is tried again. `refused`: the server will not take it. `unsure`: the end of the message
 * was about to leave, and no answer came.
 */
export type Verdict = 'again' | 'refused' | 'unsure';

const OF_THIS_MESSAGE = /^(RCPT|DATA)/;
const TOO_LARGE = 552;

/**
 * @param handedOver whether "handing over" was committed before it failed
 */
export function verdictOf(error: PostError, handedOver: boolean): Verdict {
  const { responseCode = 0, command = '' } = error;
  const permanent = responseCode >= 500 && responseCode < 600;
  // What the server says to a sign-in or to our own address is about the installation: somebody will mend it.
  if (permanent && (OF_THIS_MESSAGE.test(command) || responseCode === TOO_LARGE)) return 'refused';
  if (responseCode > 0) return 'again';
  return handedOver ? 'unsure' : 'again';
}

/** Minutes until the next attempt, by the number of those made; together some twelve hours. */
const PAUSES = [1, 5, 15, 60, 120, 240, 300] as const;

/** When to try again after so many attempts; null: never, it has failed. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = PAUSES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}

/** The server's answer or the error on one line, short enough for a table. */
export const answerOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 1000);
