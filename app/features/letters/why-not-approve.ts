/** Whether somebody may approve a version as it stands, or why not, in words. The page and the use case ask here. Pure. */
import type { LetterStatus } from './letter-status';

/** Characters of a model (as JSON) above which it cannot be printed, and so not be issued. */
const MOST_CHARACTERS = 1_500_000;

export interface ToApprove {
  status: LetterStatus;
  version: { status: string; form: unknown; authors: readonly string[]; characters: number; asks: boolean };
  /** Who would approve, and whether the role allows it. */
  userId: string;
  mayApprove: boolean;
}

/** Null when nothing stands against it. */
export function whyNotApprove({ status, version, userId, mayApprove }: ToApprove): string | null {
  if (status !== 'draft' || version.status !== 'draft') return 'Only a draft is approved.';
  if (!mayApprove) return 'Regulatory affairs approves letters; your role does not.';
  if (version.authors.includes(userId)) return 'You wrote on this letter. Somebody else has to approve it.';
  if (version.asks && version.form === null) {
    return 'This draft is from before answers were kept as data. It can be read; draft the letter anew to send it.';
  }
  if (version.characters > MOST_CHARACTERS) {
    return `This letter holds ${version.characters.toLocaleString('en-GB')} characters; at most ${MOST_CHARACTERS.toLocaleString('en-GB')} can be printed. Shorten it first.`;
  }
  return null;
}
