/**
 * What waits for one person, as an e-mail. Changes stand in it by number: e-mail is open to whoever carries it, so what
 * people typed about them stays behind the sign-in. Pure.
 */
import { dateInWords, timeInWords } from '../../ui/time';
import { countOf, type Task, type TaskList } from '../home/task';

export interface DigestContent {
  name: string;
  organisation: string;
  /** Address of this installation, without a slash at the end. */
  origin: string;
  day: string;
  lists: readonly TaskList[];
  /** What else stands on Home: how many, and of what. */
  others: readonly { count: number; one: string; many: string }[];
}

const inWords = (due: string) => (due.length > 10 ? timeInWords(due) : dateInWords(due));

const dueOf = ({ due, overdue }: Task) =>
  due === null ? '' : overdue ? ` OVERDUE: was due ${inWords(due)}.` : ` By ${inWords(due)}.`;

const lineOf = (task: Task, origin: string) =>
  `- ${task.reference || task.title}: ${task.why}. Since ${dateInWords(task.since)}.${dueOf(task)}\n  ${origin}${task.to}`;

const headOf = ({ title, tasks, total, more }: TaskList) =>
  total > tasks.length || more
    ? `${title} (${tasks.length} of ${more ? 'at least ' : ''}${total})`
    : `${title} (${total})`;

const otherWords = (others: DigestContent['others']) =>
  others.filter(({ count }) => count > 0).map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`);

/** Null when nothing waits. */
export function digestMail(of: DigestContent): { subject: string; body: string } | null {
  const { count, overdue, more } = countOf(of.lists);
  const others = otherWords(of.others);
  if (count === 0 && others.length === 0) return null;
  const number = more ? `at least ${count}` : String(count);
  const things = `${number} ${count === 1 && !more ? 'thing waits' : 'things wait'} for you`;
  const subject = count === 0 ? others.join(', ') : `${things}${overdue > 0 ? `, ${overdue} overdue` : ''}`;
  const parts = [
    `Good morning ${of.name},`,
    `this waits for you at ${of.organisation} on ${dateInWords(of.day)}.`,
    ...of.lists.map((list) => [headOf(list), ...list.tasks.map((task) => lineOf(task, of.origin))].join('\n')),
    ...(others.length > 0 ? [`Also on your page: ${others.join(', ')}.`] : []),
    `All of it: ${of.origin}/`,
    `Changes are named by number; what was written about them is behind the sign-in.\nYou chose this e-mail on your account page, where you can also end it: ${of.origin}/account#digest`,
  ];
  return { subject: `Changemark: ${subject}`, body: parts.join('\n\n') };
}
