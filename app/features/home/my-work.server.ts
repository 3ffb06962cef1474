/** What waits for the person who is signed in, and why for this person. A fixed number of queries, whatever there is. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { Who } from '../../regulation/chart';
import {
  draftsOf,
  recentlyAssessed,
  SHOWN,
  safetyJudgements,
  type UnjudgedRow,
  type WaitingRow,
  type WorkRow,
  waitingFor,
} from '../changes/work-of.server';
import { type DraftedLetter, draftedLetters } from '../letters/drafted-letters.server';
import { promptsFor } from '../safety/prompts';
import type { TaskList } from './task';
import { waitingTasks } from './waiting-tasks.server';

/** Whose questions a role can answer: the hospital's own people know the site, regulatory affairs speaks to the others. */
const ANSWERS: Record<Actor['role'], readonly Who[]> = {
  engineer: ['hospital'],
  regulatory_affairs: ['manufacturer', 'regulator'],
  risk_owner: ['hospital'],
  clinical_safety: [],
  auditor: [],
  administrator: [],
};

/** How many open changes are looked at for clinical-safety prompts that nobody has judged. */
const LOOKED_AT = 200;

export interface Unjudged extends UnjudgedRow {
  prompts: number;
}

export interface MyWork {
  /** What waits for this person by name, by place or by role. */
  tasks: TaskList[];
  drafts: WorkRow[];
  waiting: WaitingRow[];
  /** Why the waiting ones are this person's. */
  because: string;
  unjudged: Unjudged[];
  letters: DraftedLetter[];
  recent: Omit<WaitingRow, 'questions' | 'first'>[];
  may: { propose: boolean };
}

const BECAUSE: Record<string, string> = {
  engineer: 'questions about the unit, the site or the plan, which your side can answer',
  risk_owner: 'questions about the unit, the site or the plan, which your side can answer',
  regulatory_affairs: 'questions only the maker or an authority can answer: ask by letter, or answer from a document',
};

/** Everything the home page shows. */
export async function myWork(actor: Actor): Promise<MyWork> {
  const tasks = await waitingTasks(actor);
  return { tasks, ...(await inOrganisation(actor, (tx) => workOf(tx, actor))) };
}

/** What is open to a person's role rather than waiting for the person. */
export async function workOf(tx: Tx, actor: Actor): Promise<Omit<MyWork, 'tasks'>> {
  const answers = can(actor, 'change:answer') ? ANSWERS[actor.role] : [];
  const drafts = can(actor, 'change:propose') ? await draftsOf(tx, actor) : [];
  const waiting = await waitingFor(tx, actor, answers);
  const judgements = can(actor, 'change:judge_safety') ? await safetyJudgements(tx, actor, LOOKED_AT) : [];
  const letters = can(actor, 'document:draft') ? await draftedLetters(tx, actor, SHOWN) : [];
  const recent = await recentlyAssessed(tx, actor);
  return {
    ...{ drafts, waiting, letters, recent },
    because: BECAUSE[actor.role] ?? '',
    unjudged: unjudged(judgements),
    may: { propose: can(actor, 'change:propose') },
  };
}

function unjudged(rows: UnjudgedRow[]): Unjudged[] {
  const open = rows
    .map((row) => ({ ...row, prompts: promptsFor(row.kinds).length }))
    .filter(({ judged, prompts }) => judged < prompts);
  return open.slice(0, SHOWN).map((row) => ({ ...row, total: open.length }));
}
