/** What waits for a person, list by list: what it is, why this person, since when, and one click to do it. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText, dateInWords, timeInWords } from '../../ui/time';
import type { Task, TaskList } from './task';

const titleOf = ({ title, tasks, total, more }: TaskList) =>
  total > tasks.length || more ? `${title} (${tasks.length} of ${more ? 'at least ' : ''}${total})` : title;

/** A day, or a moment with its zone. */
const dueInWords = (due: string) => (due.length > 10 ? timeInWords(due) : dateInWords(due));

const Due = ({ task: { due, overdue } }: { task: Task }) => {
  if (due === null) return <span className="quiet">no day set</span>;
  return overdue ? <StateBadge state="hold">overdue: {dueInWords(due)}</StateBadge> : dueInWords(due);
};

export const TaskPanel = ({ list }: { list: TaskList }) => (
  <Panel title={titleOf(list)} id={`waiting-${list.id}`} flush>
    <TableRegion label={`Table: ${list.title}`}>
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col" className="w-[30%]">
              What
            </th>
            <th scope="col">Why you</th>
            <th scope="col" className="w-[11%]">
              Since
            </th>
            <th scope="col" className="w-[17%]">
              By when
            </th>
            <th scope="col" className="w-[13%]">
              Do it
            </th>
          </tr>
        </thead>
        <tbody>
          {list.tasks.map((task) => (
            <tr key={task.id}>
              <td data-label="">
                <span className="font-medium break-words">{task.title}</span>
                {task.reference ? <span className="quiet block font-mono text-[0.93em]">{task.reference}</span> : null}
              </td>
              <td data-label="Why you">
                {task.why}
                {task.detail ? <span className="quiet block text-[0.93em] break-words">{task.detail}</span> : null}
              </td>
              <td data-label="Since" className="md:whitespace-nowrap">
                <DateText value={task.since} />
              </td>
              <td data-label="By when">
                <Due task={task} />
              </td>
              <td data-label="">
                <Link
                  to={task.to}
                  className="btn btn-outline btn-sm h-auto min-h-8 py-1"
                  aria-label={`${task.act}: ${task.reference || task.title}`}
                >
                  {task.act}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  </Panel>
);
