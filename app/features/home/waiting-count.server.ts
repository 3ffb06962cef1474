/** How many things wait, for the navigation of every page. A page is shown also when they cannot be counted. */
import type { Actor } from '../../guard/actor';
import { countOf } from './task';
import { waitingTasks } from './waiting-tasks.server';

export interface WaitingCount {
  count: number;
  overdue: number;
  /** At least so many. */
  more: boolean;
}

export async function waitingCount(actor: Actor): Promise<WaitingCount | null> {
  try {
    return countOf(await waitingTasks(actor));
  } catch (error) {
    console.error(`What waits for ${actor.userId} could not be counted; the page is shown without:`, error);
    return null;
  }
}
