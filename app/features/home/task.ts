/** One thing that waits for one person, in the same shape whatever it is: on Home, in the count beside it, in a digest. */
export interface Task {
  /** Unique within its list. */
  id: string;
  /** Where it is done. */
  to: string;
  /** What the one click does: "Sign", "Give the proof". */
  act: string;
  /** Number of the record; empty for what belongs to none. */
  reference: string;
  title: string;
  /** Why it waits for this person; without what people typed, so that it can stand in an e-mail. */
  why: string;
  /** More of it, in people's words: only behind the sign-in. */
  detail: string;
  /** ISO 8601, or a day. */
  since: string;
  /** By when, as an ISO moment or a day; null: no day is set. */
  due: string | null;
  overdue: boolean;
}

export type TaskListId =
  | 'emergencies'
  | 'places'
  | 'fallen'
  | 'conditions'
  | 'dissents'
  | 'approvals'
  | 'acceptances'
  | 'triages'
  | 'review'
  | 'training';

export interface TaskList {
  id: TaskListId;
  title: string;
  tasks: Task[];
  /** How many there are; at least so many when `more` is set. */
  total: number;
  more: boolean;
}

export const TASK_TITLES: Record<TaskListId, string> = {
  emergencies: 'Emergencies',
  places: 'To sign',
  fallen: 'Your signatures that fell',
  conditions: 'Conditions',
  dissents: 'Dissents to answer',
  approvals: 'Approvals that end',
  acceptances: 'Accepted risks to look at again',
  triages: 'To decide: is it reported?',
  review: 'Review of the record',
  training: 'Your training',
};

/** Lists in the order in which they are shown; empty ones too. */
export const TASK_LISTS = Object.keys(TASK_TITLES) as TaskListId[];

/** Overdue first, then what is due first, then what waits longest. */
export const byUrgency = (a: Task, b: Task): number =>
  Number(b.overdue) - Number(a.overdue) ||
  (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
  a.since.localeCompare(b.since);

/** How many things wait. "more": at least so many. */
export function countOf(lists: readonly TaskList[]): { count: number; overdue: number; more: boolean } {
  return {
    count: lists.reduce((sum, { total }) => sum + total, 0),
    overdue: lists.reduce((sum, { tasks }) => sum + tasks.filter((task) => task.overdue).length, 0),
    more: lists.some(({ more }) => more),
  };
}
