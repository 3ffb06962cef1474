/** The clocks of an organisation: what it set, what holds otherwise, and the calendars. */
import { Link } from '@remix-run/react';
import { Select } from '../../ui/field';
import { Empty, PageHeader, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { SEVERITIES, SEVERITY_LABELS } from './policy';
import type { PoliciesView, PolicyLine } from './policy-views';

export function PoliciesPage({ page }: { page: PoliciesView }) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Clocks and calendars"
        sub="Within how many days suppliers are expected to answer, counted from the day a letter leaves. These are this organisation's expectations; no rule sets them. Letters that were sent keep their dates."
      />
      <Panel title="Set here" flush>
        {page.set.length === 0 ? (
          <div className="p-4 pt-1">
            <Empty title="Nothing is set">The defaults below hold for every supplier.</Empty>
          </div>
        ) : (
          <Lines rows={page.set} label="Clocks set here" />
        )}
      </Panel>
      <Panel title="Set clocks for …">
        <form method="get" action="/settings/clocks/edit" className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 basis-64">
            <Select name="supplier" label="Supplier" choices={page.suppliers} blank="All suppliers" />
          </div>
          <div className="min-w-0 basis-56">
            <Select
              name="severity"
              label="Severity"
              choices={SEVERITIES.map((value) => ({ value, label: SEVERITY_LABELS[value] }))}
              blank="Every severity"
            />
          </div>
          <button type="submit" className="btn btn-outline">
            Open
          </button>
        </form>
        <p className="quiet mt-2">
          Where several fit a letter, the one for its supplier comes before the one for all, and the one for its
          severity before the one for every severity.
        </p>
      </Panel>
      <Panel title="Defaults" flush>
        <Lines rows={page.defaults} label="Defaults" />
        <ul className="quiet ml-9 list-disc py-2">
          {[...new Set(page.defaults.flatMap(({ origins }) => origins))].map((origin) => (
            <li key={origin}>{origin}</li>
          ))}
        </ul>
      </Panel>
      <Panel title="Calendars">
        <p className="mb-2">Reminders go out at nine in the morning, {page.timeZone}.</p>
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
          {page.calendars.map(({ label, note }) => (
            <div key={label} className="contents">
              <dt className="font-medium">{label}</dt>
              <dd className="quiet">{note}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}

const Lines = ({ rows, label }: { rows: readonly PolicyLine[]; label: string }) => (
  <TableRegion label={label}>
    <table className="data-table stacks">
      <thead>
        <tr>
          {['For', 'Acknowledgement', 'Position', 'Fix or plan', 'Reminders', 'Escalation drafted', 'Calendar'].map(
            (head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.edit}>
            <td>
              <Link to={row.edit} className="font-medium hover:underline">
                {row.supplier ?? 'All suppliers'}
              </Link>
              <span className="quiet block text-[0.93em]">{row.severity}</span>
            </td>
            <td data-label="Acknowledgement">{row.terms[0]}</td>
            <td data-label="Position">{row.terms[1]}</td>
            <td data-label="Fix or plan">{row.terms[2]}</td>
            <td data-label="Reminders">{row.reminders}</td>
            <td data-label="Escalation drafted">{row.escalation}</td>
            <td data-label="Calendar">{row.calendar}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
