/** Rows of the features, as things that wait for one person. Pure. */
import type { ReviewDue } from '../../audit/reviews/review-rows.server';
import { dateInWords } from '../../ui/time';
import { onBehalfWords } from '../delegations/delegation-words';
import type { EmergencyToConfirm } from '../emergencies/emergencies-to-confirm.server';
import type { WaitingCondition } from '../implementation/conditions-waiting.server';
import type { DueAcceptance } from '../risk/acceptances-due.server';
import type { WaitingTriage } from '../risk/triages-waiting.server';
import type { EndingApproval } from '../sign-off/approvals-ending.server';
import type { WaitingDissent } from '../sign-off/dissents-waiting.server';
import type { FallenSignature } from '../sign-off/fallen-signatures.server';
import type { WaitingPlace } from '../sign-off/places-waiting.server';
import type { CourseDue } from '../training/courses-due.server';
import type { Task } from './task';

const listed = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);

/** Number, name and address of the change, which most tasks share. */
const ofChange = (row: { changeId: string; reference: string; title: string }, page: string) => ({
  to: `/changes/${row.changeId}${page}`,
  reference: row.reference,
  title: row.title || 'Untitled',
});

export const placeTask = (row: WaitingPlace, now: string): Task => ({
  ...ofChange(row, '/sign-off#sign'),
  id: row.changeId,
  act: 'Sign',
  why: row.delegation
    ? `Sign as ${listed(row.places)}, for ${onBehalfWords(row.delegation)}`
    : `Sign as ${listed(row.places)}`,
  detail: row.signBy ? 'Acted upon before it was signed.' : '',
  since: row.since,
  due: row.signBy,
  overdue: row.signBy !== null && row.signBy < now,
});

export const confirmTask = (row: EmergencyToConfirm): Task => ({
  ...ofChange(row, '/emergency'),
  id: row.id,
  act: 'Confirm or decline',
  why: `${row.by} declared an emergency; it waits for a second person`,
  detail: row.reason,
  ...{ since: row.since, due: null, overdue: false },
});

export const fallenTask = (row: FallenSignature): Task => ({
  ...ofChange(row, '/sign-off#signed'),
  id: row.id,
  act: 'See what changed',
  why: `Your signature as ${row.place} fell; to be signed again by ${listed(row.again)}`,
  detail: row.because.join('; '),
  ...{ since: row.fellAt, due: null, overdue: false },
});

export const conditionTask = (row: WaitingCondition): Task => ({
  ...ofChange(row, '/conditions'),
  id: row.id,
  act: row.what === 'prove' ? 'Give the proof' : 'Look at the proof',
  why:
    row.what === 'prove'
      ? `Condition ${row.number} is yours`
      : `Condition ${row.number}: ${row.ownerName} gave a proof, and you may accept it`,
  detail: row.text,
  ...{ since: row.since, due: row.dueOn, overdue: row.overdue },
});

export const dissentTask = (row: WaitingDissent): Task => ({
  ...ofChange(row, '/sign-off#dissent'),
  id: row.id,
  act: 'Answer',
  why: `Dissent ${row.number} by ${row.by}; nobody decides before it is answered`,
  detail: row.opinion,
  ...{ since: row.since, due: null, overdue: false },
});

export const approvalTask = (row: EndingApproval): Task => ({
  ...ofChange(row, row.over ? '/sign-off' : '/carry-out'),
  id: row.changeId,
  act: row.over ? 'Take up again' : 'Carry on',
  why: row.over ? 'You proposed it, and its approval has expired' : 'You proposed it, and its approval ends soon',
  detail: '',
  ...{ since: row.since, due: row.expiresOn, overdue: row.over },
});

export const acceptanceTask = (row: DueAcceptance): Task => ({
  ...ofChange(row, '/risk#acceptances'),
  id: row.id,
  act: 'Look at it again',
  why: `Acceptance ${row.number} of residual risk is ${row.state === 'overdue' ? 'past its day and still in force' : 'due for review'}`,
  detail: row.what,
  ...{ since: row.reviewOn, due: row.expiresOn, overdue: row.state === 'overdue' },
});

export const triageTask = (row: WaitingTriage, day: string): Task => ({
  ...ofChange(row, '/risk#reportability'),
  id: row.id,
  act: 'Decide',
  why: `Triage ${row.number} by ${row.by}: you decide whether it is reported`,
  detail: '',
  ...{ since: row.since, due: row.due, overdue: row.due !== null && row.due < day },
});

export const reviewTask = (due: ReviewDue): Task => ({
  ...{ id: 'review', to: '/record/reviews', act: 'Review', reference: '', title: 'The record' },
  why: due.lastOn ? `Last reviewed on ${dateInWords(due.lastOn)}` : 'Never reviewed yet',
  detail: `Reviewed every ${due.everyDays} days.`,
  ...{ since: due.lastOn ?? due.dueOn, due: due.dueOn, overdue: due.overdue },
});

const COURSE_WORDS: Record<CourseDue['state'], string> = {
  expires_soon: 'ends soon; after that you sign nothing',
  expired: 'has ended: you sign nothing until it is renewed',
  never: 'is not on record: you sign nothing until it is',
};

/** Since its end, or since today for what was never learnt. */
export const courseTask = (row: CourseDue, day: string): Task => ({
  ...{ id: row.course, to: '/account#training', act: 'See', reference: '', title: row.title },
  why: `Your training ${COURSE_WORDS[row.state]}`,
  detail: '',
  ...{ since: row.until && row.until < day ? row.until : day, due: row.until, overdue: row.state === 'expired' },
});
