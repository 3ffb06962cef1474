import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { ListedPlan } from './list-plans.server';

/** The plans on a model, the latest first. */
export const PlansList = ({ plans, modelId }: { plans: readonly ListedPlan[]; modelId: string }) => (
  <TableRegion label="Plans on this device">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">Steps</th>
          <th scope="col">Signed with</th>
          <th scope="col">Last changed</th>
        </tr>
      </thead>
      <tbody>
        {plans.map(({ id, title, steps, change, updatedAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/devices/${modelId}/plans/${id}`} className="inline-block py-0.5 underline">
                {title}
              </Link>
            </th>
            <td data-label="Steps">
              <ol className="list-decimal pl-5">
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </td>
            <td data-label="Signed with">
              {change ? (
                <Link to={`/changes/${change.id}/over-time`} className="inline-block py-0.5 underline">
                  {change.reference}
                </Link>
              ) : (
                <StateBadge state="plain">only a sketch</StateBadge>
              )}
              {change ? <span className="quiet block">{change.statusLabel}</span> : null}
            </td>
            <td data-label="Last changed">{dateInWords(updatedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
