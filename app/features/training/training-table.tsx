/** People who sign × courses they are asked for. */
import { Link } from '@remix-run/react';
import { ROLE_LABELS } from '../../guard/roles';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { DateText } from '../../ui/time';
import { CourseBadge } from './course-badge';
import type { TrainingList } from './list-training.server';

export const PenBadge = ({ pen }: { pen: boolean }) => (
  <StateBadge state={pen ? 'success' : 'error'}>{pen ? 'may sign' : 'may not sign'}</StateBadge>
);

export const TrainingTable = ({ list }: { list: TrainingList }) => (
  <TableRegion label="Training by person and course">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          {list.courses.map(({ course, title }) => (
            <th key={course} scope="col" className="whitespace-normal">
              Training: {title}
            </th>
          ))}
          <th scope="col">Accepted text {list.text}</th>
          <th scope="col">Pen</th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <tr key={row.id}>
            <td data-label="">
              <Link to={`/settings/training/${row.id}`}>{row.name}</Link>
            </td>
            <td data-label="Role">{ROLE_LABELS[row.role]}</td>
            {row.courses.map((cell, place) => (
              <td key={cell.course} data-label={list.courses[place]?.title ?? cell.course}>
                {cell.asked || cell.until ? <CourseBadge {...cell} /> : <span className="quiet">not asked</span>}
              </td>
            ))}
            <td data-label={`Accepted text ${list.text}`}>
              {row.accepted ? <DateText value={row.accepted} /> : <span className="quiet">not yet</span>}
            </td>
            <td data-label="Pen">
              <PenBadge pen={row.pen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
