/** Everything that waits for one person by name, by place or by role. A fixed number of queries, whatever there is. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import { reviewDue } from '../../audit/reviews/review-rows.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { emergenciesToConfirm } from '../emergencies/emergencies-to-confirm.server';
import { conditionsWaitingFor, MOST_WAITING } from '../implementation/conditions-waiting.server';
import { acceptancesDue } from '../risk/acceptances-due.server';
import { triagesWaitingFor } from '../risk/triages-waiting.server';
import { approvalsEnding, DAYS_BEFORE } from '../sign-off/approvals-ending.server';
import { dissentsWaitingFor } from '../sign-off/dissents-waiting.server';
import { fallenSignaturesOf } from '../sign-off/fallen-signatures.server';
import { placesWaitingFor } from '../sign-off/places-waiting.server';
import { today } from '../today';
import { coursesDue } from '../training/courses-due.server';
import { byUrgency, TASK_LISTS, TASK_TITLES, type Task, type TaskList, type TaskListId } from './task';
import {
  acceptanceTask,
  approvalTask,
  conditionTask,
  confirmTask,
  courseTask,
  dissentTask,
  fallenTask,
  placeTask,
  reviewTask,
  triageTask,
} from './task-rows';

/** Rows of one list on the page; the rest is counted. */
const SHOWN = 8;

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Every list, by name. */
async function found(tx: Tx, actor: Actor, day: string, now: string) {
  const signs = can(actor, 'change:sign');
  const { places, more } = await placesWaitingFor(tx, actor, day);
  const turns = places.map((row) => placeTask(row, now));
  const confirm = signs ? await emergenciesToConfirm(tx, actor) : [];
  const review = can(actor, 'audit:review') ? await reviewDue(tx, actor.orgId, day) : null;
  const lists: Record<TaskListId, Task[]> = {
    emergencies: [...turns.filter(({ due }) => due !== null), ...confirm.map(confirmTask)],
    places: turns.filter(({ due }) => due === null),
    fallen: (await fallenSignaturesOf(tx, actor)).map(fallenTask),
    conditions: (await conditionsWaitingFor(tx, actor)).map(conditionTask),
    dissents: signs ? (await dissentsWaitingFor(tx, actor)).map(dissentTask) : [],
    approvals: (await approvalsEnding(tx, actor, day)).map(approvalTask),
    acceptances: can(actor, 'risk:accept') ? (await acceptancesDue(tx, actor.orgId, day)).map(acceptanceTask) : [],
    triages: (await triagesWaitingFor(tx, actor)).map((row) => triageTask(row, day)),
    review: review && review.dueOn <= dayAfter(day, DAYS_BEFORE) ? [reviewTask(review)] : [],
    // Who never signs has never to learn how: it is said once something waits to be signed.
    training: (await coursesDue(tx, actor, day))
      .filter(({ state }) => state !== 'never' || turns.length > 0)
      .map((row) => courseTask(row, day)),
  };
  return { lists, morePlaces: more };
}

/** Lists in their order, each the most urgent first; those that hold nothing are left out. Reads of the caller's transaction. */
export async function tasksOf(tx: Tx, actor: Actor, now = new Date()): Promise<TaskList[]> {
  const { lists, morePlaces } = await found(tx, actor, today(), now.toISOString());
  return TASK_LISTS.flatMap((id) => {
    const all = [...lists[id]].sort(byUrgency);
    // Every feature gives at most fifty of its own.
    const more = all.length >= MOST_WAITING || (id === 'places' && morePlaces);
    if (all.length === 0) return [];
    return [{ id, title: TASK_TITLES[id], tasks: all.slice(0, SHOWN), total: all.length, more }];
  });
}

const asked = new WeakMap<Actor, Promise<TaskList[]>>();

/** As `tasksOf`, once a request: the page and the count beside its name ask for the same. */
export function waitingTasks(actor: Actor): Promise<TaskList[]> {
  const already = asked.get(actor);
  if (already) return already;
  const now = inOrganisation(actor, (tx) => tasksOf(tx, actor));
  asked.set(actor, now);
  return now;
}
