/** The life of a change as one pure table. Whatever asks for a move (page, API, import, job) asks here. */

export const CHANGE_STATUSES = [
  'draft',
  'submitted',
  'assessing',
  'awaiting_supplier',
  'options_ready',
  'in_sign_off',
  'approved',
  'in_implementation',
  'verifying',
  'closed',
  'returned',
  'rejected',
  'on_hold',
  'withdrawn',
  'expired',
  'revoked',
] as const;

export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** How a state is named on screen and in print. */
export const STATUS_LABELS: Record<ChangeStatus, string> = {
  draft: 'draft',
  submitted: 'submitted',
  assessing: 'assessing',
  awaiting_supplier: 'awaiting supplier',
  options_ready: 'options ready',
  in_sign_off: 'in sign-off',
  approved: 'approved',
  in_implementation: 'in implementation',
  verifying: 'verifying',
  closed: 'closed',
  returned: 'returned',
  rejected: 'rejected',
  on_hold: 'on hold',
  withdrawn: 'withdrawn',
  expired: 'expired',
  revoked: 'revoked',
};

const BEFORE_DECISION = ['submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'in_sign_off'] as const;

/** Every move: from which states, to which. A pair that stands nowhere in this table cannot happen. */
export const MOVES = {
  submit: { from: ['draft', 'returned'], to: 'submitted', verb: 'submitted' },
  begin_assessment: { from: ['submitted'], to: 'assessing', verb: 'assessed' },
  ask_supplier: { from: ['assessing', 'options_ready'], to: 'awaiting_supplier', verb: 'sent to the supplier' },
  record_reply: { from: ['awaiting_supplier'], to: 'assessing', verb: 'taken up again' },
  present_options: { from: ['assessing', 'awaiting_supplier'], to: 'options_ready', verb: 'presented with options' },
  begin_sign_off: { from: ['options_ready'], to: 'in_sign_off', verb: 'put to sign-off' },
  /** Out of sign-off without a decision: somebody wants to change what is put forward. */
  leave_sign_off: { from: ['in_sign_off'], to: 'options_ready', verb: 'taken out of sign-off' },
  approve: { from: ['in_sign_off'], to: 'approved', verb: 'approved' },
  /** A standard change was decided once for all alike: no round of its own. */
  approve_as_standard: { from: ['assessing', 'options_ready'], to: 'approved', verb: 'approved as a standard change' },
  /** What was approved has changed since: it is put forward again. */
  lapse: { from: ['approved', 'in_implementation', 'verifying'], to: 'options_ready', verb: 'put forward again' },
  reject: { from: ['in_sign_off'], to: 'rejected', verb: 'rejected' },
  send_back: { from: BEFORE_DECISION, to: 'returned', verb: 'returned to its proposer' },
  hold: { from: BEFORE_DECISION, to: 'on_hold', verb: 'put on hold' },
  resume: { from: ['on_hold'], to: 'assessing', verb: 'resumed' },
  implement: { from: ['approved'], to: 'in_implementation', verb: 'put into implementation' },
  /** An emergency: acting first, signing afterwards. */
  act_now: { from: BEFORE_DECISION, to: 'in_implementation', verb: 'acted upon at once' },
  verify: { from: ['in_implementation'], to: 'verifying', verb: 'put to verification' },
  /** Verification found that more has to be done. */
  do_again: { from: ['verifying'], to: 'in_implementation', verb: 'put back into implementation' },
  close: { from: ['verifying'], to: 'closed', verb: 'closed' },
  expire: { from: ['approved', 'in_implementation', 'verifying'], to: 'expired', verb: 'expired' },
  /** Begins anew, with signatures of its own: an expired or revoked approval is never good again. */
  take_up_again: { from: ['expired', 'revoked'], to: 'assessing', verb: 'taken up again' },
  revoke: { from: ['approved', 'in_implementation', 'verifying', 'closed'], to: 'revoked', verb: 'revoked' },
  withdraw: { from: ['draft', 'returned', 'on_hold', ...BEFORE_DECISION], to: 'withdrawn', verb: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ChangeStatus[]; to: ChangeStatus; verb: string }>;

export type Move = keyof typeof MOVES;

export type Transition = { ok: true; to: ChangeStatus } | { ok: false; message: string };

/** Where a move leads from a state, or why it is refused. The one gate; pure. */
export function transition(status: ChangeStatus, move: Move): Transition {
  const { from, to, verb } = MOVES[move];
  if (includes(from, status)) return { ok: true, to };
  return { ok: false, message: `This change is ${STATUS_LABELS[status]}; it cannot be ${verb} now.` };
}

const includes = (states: readonly ChangeStatus[], status: ChangeStatus) => states.includes(status);

/** States in which the proposal itself (what, where, which units) may still be edited. */
export const isEditable = (status: ChangeStatus): boolean =>
  includes(['draft', 'returned', 'submitted', 'assessing', 'awaiting_supplier', 'options_ready'], status);

/** States in which facts, answers and safety judgements may still be added. */
export const acceptsAnswers = (status: ChangeStatus): boolean =>
  isEditable(status) || includes(['on_hold', 'in_sign_off', ...DECIDED], status);

/** Decided and not yet over: whatever changes now voids what was signed. */
const DECIDED = ['approved', 'in_implementation', 'verifying'] as const;

/** States in which signatures count: of a change outside of them, the record stands as it is. */
export const isSigned = (status: ChangeStatus): boolean => includes(['in_sign_off', ...DECIDED], status);

/** Decided, or acted upon, and not yet over. */
export const isDecided = (status: ChangeStatus): boolean => includes(DECIDED, status);

/** Nothing leads out of these. */
export const isFinal = (status: ChangeStatus): boolean =>
  Object.values(MOVES).every(({ from }) => !includes(from, status));

/**
 * How far a change is, in the words of the rules (fact change_status): a proposal up to its approval, then decided, then
 * made. Moves between states that mean the same leave an assessment as it is.
 */
export function progressOf(status: ChangeStatus): 'proposed' | 'decided' | 'implemented' {
  if (status === 'verifying' || status === 'closed') return 'implemented';
  return status === 'approved' || status === 'in_implementation' ? 'decided' : 'proposed';
}

/** Whether a stored or posted text is a state; anything from outside is checked with this, never cast. */
export const isChangeStatus = (value: unknown): value is ChangeStatus =>
  CHANGE_STATUSES.includes(value as ChangeStatus);

/** The seven stations of the progress line on a change's page. */
export const STATIONS = [
  { label: 'Proposed', states: ['draft', 'returned', 'submitted'] },
  { label: 'Assessed', states: ['assessing', 'on_hold'] },
  { label: 'Supplier asked', states: ['awaiting_supplier'] },
  { label: 'Options', states: ['options_ready'] },
  { label: 'Sign-off', states: ['in_sign_off', 'rejected'] },
  { label: 'In force', states: ['approved', 'in_implementation', 'expired', 'revoked'] },
  { label: 'Verified', states: ['verifying', 'closed'] },
] as const satisfies readonly { label: string; states: readonly ChangeStatus[] }[];

/** Index of the station a state stands at; -1 for a withdrawn change, which has left the line. */
export const stationOf = (status: ChangeStatus): number => STATIONS.findIndex(({ states }) => includes(states, status));
