import { Empty, Panel } from '../../../ui/page';
import { TableRegion } from '../../../ui/table';
import { uncountedInWords } from '../record/record-words';
import { type Exposure, shareInWords } from './exposure';

const number = (n: number) => n.toLocaleString('en-GB');

/** The ledger of exposure-days: what was waited for, largest first, and a sum that is the sum of its lines. */
export function ExposurePanel({ exposure }: { exposure: Exposure }) {
  const { lines, unitDays, uncountedDays, sinceAsked } = exposure;
  return (
    <Panel title="Exposure-days, by what was waited for" id="exposure" flush>
      {lines.length === 0 ? (
        <div className="p-4">
          <Empty title="No unit was exposed while it waited for an answer.">
            It is counted from the first letter that asks for a patch, a permission, a protection or a position.
          </Empty>
        </div>
      ) : (
        <>
          <TableRegion label="Exposure-days by cause">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">Cause</th>
                  <th scope="col" className="md:text-right">
                    Units × days
                  </th>
                  <th scope="col" className="md:text-right">
                    Share
                  </th>
                  <th scope="col" className="md:text-right">
                    Units unknown: model-days
                  </th>
                  <th scope="col" className="md:text-right">
                    Letters
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.label}>
                    <th scope="row" className="font-medium">
                      {line.label}
                    </th>
                    <td data-label="Units × days" className="md:text-right">
                      {line.unitDays === 0 && line.uncountedDays > 0 ? 'unknown' : number(line.unitDays)}
                    </td>
                    <td data-label="Share" className="md:text-right">
                      {shareInWords(line.unitDays, unitDays)}
                    </td>
                    <td data-label="Units unknown: model-days" className="md:text-right">
                      {line.uncountedDays === 0 ? '–' : number(line.uncountedDays)}
                    </td>
                    <td data-label="Letters" className="md:text-right">
                      {number(line.letters)}
                    </td>
                  </tr>
                ))}
                <tr className="font-semibold">
                  <th scope="row">Sum</th>
                  <td data-label="Units × days" className="md:text-right">
                    {number(unitDays)}
                  </td>
                  <td data-label="Share" className="md:text-right">
                    {shareInWords(unitDays, unitDays)}
                  </td>
                  <td data-label="Units unknown: model-days" className="md:text-right">
                    {uncountedDays === 0 ? '–' : number(uncountedDays)}
                  </td>
                  <td data-label="Letters" className="md:text-right">
                    {number(exposure.letters)}
                  </td>
                </tr>
              </tbody>
            </table>
          </TableRegion>
          <p className="quiet px-4 py-2">
            {number(sinceAsked)} of {number(unitDays)} unit-days lie after the letters were sent.
            {uncountedDays > 0 ? ` ${uncountedInWords(uncountedDays)}.` : ''} Two letters on the same units count twice:
            each waits for an answer of its own.
          </p>
        </>
      )}
    </Panel>
  );
}
