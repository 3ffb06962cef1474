/** What the maker says on anti-virus, and clinical hours, to read. */
import { PostForm } from '../../ui/form';
import { LongText, shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { type Source, sourceInWords } from '../provenance/source';
import { factInWords } from '../provenance/statements';
import { STATEMENT_FIELDS } from './antivirus-form';
import type { HoursView } from './antivirus-rows.server';
import type { MakerOnAntivirus } from './check-antivirus';
import { NotSaid } from './flow-words';
import { windowInWords } from './weekly';

export function StatementFacts({ statement }: { statement: MakerOnAntivirus & { source: Source } }) {
  return (
    <>
      <dl className="flex flex-col">
        {STATEMENT_FIELDS.map(({ field, label, of }) => {
          const value = of(statement);
          return (
            <div
              key={field}
              className="grid grid-cols-1 gap-x-4 border-t border-base-300 py-1.5 first:border-t-0 sm:grid-cols-[14rem_minmax(0,1fr)]"
            >
              <dt className="quiet">{label}</dt>
              <dd className="min-w-0">{value === null ? <NotSaid /> : <LongText text={factInWords(value)} />}</dd>
            </div>
          );
        })}
      </dl>
      <p className="quiet mt-2">Source: {shorten(sourceInWords(statement.source) ?? 'not recorded', 300)}</p>
    </>
  );
}

export const HoursTable = ({ hours, mayEdit }: { hours: HoursView[]; mayEdit: boolean }) => (
  <TableRegion label="Clinical hours">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">Hours</th>
          <th scope="col">When</th>
          <th scope="col">Where</th>
          <th scope="col">Source</th>
          {mayEdit ? <th scope="col">End</th> : null}
        </tr>
      </thead>
      <tbody>
        {hours.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="font-medium">
              {shorten(one.label, 120)}
            </th>
            <td data-label="When">{one.windows.map(windowInWords).join('; ')}</td>
            <td data-label="Where">
              {[one.site, one.location].filter(Boolean).join(', ') || 'wherever it stands'}
              {one.ofPlace ? <span className="quiet block">every device there</span> : null}
            </td>
            <td data-label="Source">{shorten(one.source, 160) || <span className="quiet">nobody said</span>}</td>
            {mayEdit ? (
              <td data-label="">
                <PostForm>
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="hours" value={one.id} />
                  <button className="btn btn-ghost btn-xs" type="submit" aria-label={`End ${shorten(one.label, 60)}`}>
                    End
                  </button>
                </PostForm>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
