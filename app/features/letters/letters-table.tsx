/** The list of letters. Those that wait for an answer can be ticked and reminded together. */
import { Form, Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { shorten } from '../../ui/long-text';
import { Empty, Panel } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { DateText, dateInWords } from '../../ui/time';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { dueInWords, LetterState, waitedFor } from './letter-state';
import { isRunning, WAITING_STATUSES } from './letter-status';
import { isNarrowed, SEVERITY_LABELS } from './letters-filter';
import { LettersFilters, LetterViews } from './letters-filters';
import type { LetterList, LetterListRow } from './list-letters.server';

const canBeReminded = (row: LetterListRow) => LETTER_KIND_WORDS[row.kind].asks && WAITING_STATUSES.includes(row.status);

function Due({ row, today }: { row: LetterListRow; today: string }) {
  if (!row.nextDue || !isRunning(row.status)) return <span className="quiet">–</span>;
  return (
    <>
      {dateInWords(row.nextDue)}
      <span className="block">
        <StateBadge state={row.nextDue < today ? 'hold' : 'plain'}>
          {waitedFor(row.status)}
          {dueInWords(row.nextDue, today)}
        </StateBadge>
      </span>
    </>
  );
}

function Row({ row, today, tick }: { row: LetterListRow; today: string; tick: boolean }) {
  return (
    <tr>
      {tick ? (
        <td className="w-8">
          {canBeReminded(row) ? (
            <input
              type="checkbox"
              name="letter"
              value={row.id}
              className="checkbox checkbox-sm"
              aria-label={`Remind of ${row.reference}`}
            />
          ) : null}
        </td>
      ) : null}
      <td>
        <Link to={`/letters/${row.id}`} className="font-mono font-medium hover:underline">
          {row.reference}
        </Link>
        <span className="block">{row.subject}</span>
      </td>
      <td data-label="To" className="md:min-w-28">
        {row.supplierName}
        {row.recipientName ? <span className="quiet block text-[0.93em]">{row.recipientName}</span> : null}
      </td>
      <td data-label="Kind">
        {LETTER_KIND_WORDS[row.kind].label}
        {row.severity === 'not_rated' ? null : (
          <span className="quiet block text-[0.93em]">{SEVERITY_LABELS[row.severity]}</span>
        )}
      </td>
      <td data-label="State">
        <span className="inline-flex flex-wrap gap-1">
          <LetterState status={row.status} />
          {row.unsure ? <StateBadge state="open">unsure whether it left</StateBadge> : null}
        </span>
      </td>
      <td data-label="Due">
        <Due row={row} today={today} />
      </td>
      <td data-label="Open questions" className="tabular-nums">
        {row.questionsAsked > 0 ? `${row.questionsOpen} of ${row.questionsAsked}` : <span className="quiet">–</span>}
      </td>
      <td data-label="Drafted">
        <DateText value={row.createdAt} />
        <span className="quiet block text-[0.93em] md:whitespace-nowrap">{shorten(row.authorName, 24)}</span>
      </td>
    </tr>
  );
}

export function LettersTable({ list }: { list: LetterList }) {
  const { page, may, today } = list;
  const tick = may.draft && page.rows.some(canBeReminded);
  return (
    <Panel flush>
      <LetterViews list={list} />
      <LettersFilters list={list} />
      {page.rows.length === 0 ? (
        <Nothing list={list} />
      ) : (
        <Form method="get" action="/letters/remind">
          <div className="px-2">
            <TableRegion label="Letters">
              <table className="data-table stacks">
                <thead>
                  <tr>
                    {tick ? (
                      <th scope="col">
                        <span className="sr-only">Tick to remind</span>
                      </th>
                    ) : null}
                    <th scope="col">Letter</th>
                    <th scope="col">To</th>
                    <th scope="col">Kind</th>
                    <th scope="col">State</th>
                    <th scope="col">Due</th>
                    <th scope="col">Open questions</th>
                    <th scope="col">Drafted</th>
                  </tr>
                </thead>
                <tbody>
                  {page.rows.map((row) => (
                    <Row key={row.id} row={row} today={today} tick={tick} />
                  ))}
                </tbody>
              </table>
            </TableRegion>
          </div>
          {tick ? (
            <div className="no-print flex flex-wrap items-center gap-3 px-4 py-2">
              <button type="submit" className="btn btn-sm">
                Remind of the ticked letters …
              </button>
              <span className="quiet">You read each reminder before anything leaves.</span>
            </div>
          ) : null}
        </Form>
      )}
      <Pager before={page.before} after={page.after} />
    </Panel>
  );
}

const Nothing = ({ list }: { list: LetterList }) => (
  <div className="p-4 pt-0">
    <Empty title={isNarrowed(list.filter) ? 'No letter matches' : 'No letter yet'}>
      {isNarrowed(list.filter) ? (
        <Link to="/letters">Show all letters</Link>
      ) : (
        <>
          A letter is drafted on the page of a change, from the questions that are open there.{' '}
          <Link to="/changes">Go to the changes</Link>
        </>
      )}
    </Empty>
  </div>
);
