/** The life of a letter as one pure table. Whatever asks for a move (page, job, reply) asks here. */

export const LETTER_STATUSES = [
  'draft',
  'approved',
  'issued',
  'sent',
  'delivered',
  'bounced',
  'acknowledged',
  'answered',
  'closed',
  'withdrawn',
] as const;

export type LetterStatus = (typeof LETTER_STATUSES)[number];

/** How a state is named on screen and in print. */
export const LETTER_STATUS_LABELS: Record<LetterStatus, string> = {
  draft: 'draft',
  approved: 'approved, being issued',
  issued: 'issued, not sent',
  sent: 'sent',
  delivered: 'delivered',
  bounced: 'bounced',
  acknowledged: 'acknowledged',
  answered: 'answered',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

const ON_ITS_WAY = ['sent', 'delivered', 'bounced'] as const;

/** Every move: from which states, to which. A pair that stands nowhere in this table cannot happen. */
export const LETTER_MOVES = {
  approve: { from: ['draft'], to: 'approved', verb: 'approved' },
  issue: { from: ['approved'], to: 'issued', verb: 'issued' },
  send: { from: ['issued', 'bounced', ...ON_ITS_WAY, 'acknowledged'], to: 'sent', verb: 'sent' },
  deliver: { from: ['sent', 'bounced'], to: 'delivered', verb: 'recorded as delivered' },
  // From "issued" too: a mail server that refuses at the door has never let it out.
  bounce: { from: ['issued', 'sent', 'delivered'], to: 'bounced', verb: 'recorded as bounced' },
  acknowledge: { from: ['issued', ...ON_ITS_WAY], to: 'acknowledged', verb: 'acknowledged' },
  answer: { from: ['issued', ...ON_ITS_WAY, 'acknowledged', 'answered'], to: 'answered', verb: 'answered' },
  close: { from: ['issued', ...ON_ITS_WAY, 'acknowledged', 'answered'], to: 'closed', verb: 'closed' },
  reopen: { from: ['closed'], to: 'answered', verb: 'opened again' },
  correct: { from: ['approved', 'issued', ...ON_ITS_WAY, 'acknowledged', 'answered'], to: 'draft', verb: 'corrected' },
  withdraw: { from: ['draft', 'approved', 'issued'], to: 'withdrawn', verb: 'withdrawn' },
  // A correction that is dropped: the version before stays in force, in the state it had reached.
  keep_issued: { from: ['draft', 'approved'], to: 'issued', verb: 'left as it was issued' },
  keep_sent: { from: ['draft', 'approved'], to: 'sent', verb: 'left as it was sent' },
  keep_acknowledged: { from: ['draft', 'approved'], to: 'acknowledged', verb: 'left as it was acknowledged' },
  keep_answered: { from: ['draft', 'approved'], to: 'answered', verb: 'left as it was answered' },
} as const satisfies Record<string, { from: readonly LetterStatus[]; to: LetterStatus; verb: string }>;

export type LetterMove = keyof typeof LETTER_MOVES;

export type LetterTransition = { ok: true; to: LetterStatus } | { ok: false; message: string };

/** Where a move leads from a state, or why it is refused. The one gate for letters; pure. */
export function letterTransition(status: LetterStatus, move: LetterMove): LetterTransition {
  const { from, to, verb } = LETTER_MOVES[move];
  if (includes(from, status)) return { ok: true, to };
  return { ok: false, message: `This letter is ${LETTER_STATUS_LABELS[status]}; it cannot be ${verb} now.` };
}

const includes = (states: readonly LetterStatus[], status: LetterStatus) => states.includes(status);

/** States in which an answer is still waited for, so that its clocks run and silence counts. */
export const WAITING_STATUSES: readonly LetterStatus[] = ['sent', 'delivered', 'bounced', 'acknowledged'];

/** Whether a stored or posted text is a state; anything from outside is checked with this, never cast. */
export const isLetterStatus = (value: unknown): value is LetterStatus =>
  LETTER_STATUSES.includes(value as LetterStatus);

/** Whether dates of a letter in this state still say something: it has left, and its answer is waited for. */
export const isRunning = (status: LetterStatus): boolean => WAITING_STATUSES.includes(status) || status === 'answered';
