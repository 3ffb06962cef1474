/** The list of letters, newest first. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TextField } from '../../ui/field';
import { Empty, Panel } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { DateText, dateInWords } from '../../ui/time';
import type { LetterList } from './list-letters.server';

export function LettersTable({ list }: { list: LetterList }) {
  return (
    <Panel flush>
      <search>
        <form method="get" className="flex flex-wrap items-end gap-3 p-4 pb-2">
          <div className="min-w-0 flex-1 basis-56 md:max-w-96">
            <TextField name="q" type="search" label="Reference, device, supplier" value={list.q} />
          </div>
          <button type="submit" className="btn">
            Show
          </button>
        </form>
      </search>
      {list.rows.length === 0 ? (
        <div className="p-4 pt-0">
          <Empty title={list.q ? 'No letter matches' : 'No letter yet'}>
            {list.q ? (
              <Link to="/letters">Show all letters</Link>
            ) : (
              <>
                A letter is drafted on the page of a change, from the questions that are open there.{' '}
                <Link to="/changes">Go to the changes</Link>
              </>
            )}
          </Empty>
        </div>
      ) : (
        <>
          <div className="px-2">
            <TableRegion label="Letters">
              <table className="data-table stacks">
                <thead>
                  <tr>
                    <th scope="col">Letter</th>
                    <th scope="col">To</th>
                    <th scope="col">State</th>
                    <th scope="col">Deciding questions</th>
                    <th scope="col">Answer wanted by</th>
                    <th scope="col">Drafted</th>
                  </tr>
                </thead>
                <tbody>
                  {list.rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        <Link to={`/letters/${row.id}`} className="font-mono font-medium hover:underline">
                          {row.reference}
                        </Link>
                        <span className="quiet block text-[0.93em]">{row.subject}</span>
                      </td>
                      <td data-label="To">
                        {row.supplierName}
                        <span className="quiet block text-[0.93em]">{row.modelName}</span>
                      </td>
                      <td data-label="State">
                        <StateBadge state="plain">{row.status}</StateBadge>
                      </td>
                      <td data-label="Deciding questions">{row.deciding}</td>
                      <td data-label="Answer wanted by">{row.answerBy ? dateInWords(row.answerBy) : '–'}</td>
                      <td data-label="Drafted">
                        <DateText value={row.createdAt} />
                        <span className="quiet block text-[0.93em]">{row.createdByName}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
          </div>
          <Pager before={list.before} after={list.after} />
        </>
      )}
    </Panel>
  );
}
