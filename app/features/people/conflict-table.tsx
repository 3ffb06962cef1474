/** Somebody else saved meanwhile: their values beside what was typed. */
import { Notice } from '~/ui/page';
import type { Difference } from '../save-result';

export const ConflictTable = ({ differences }: { differences: Difference[] }) => (
  <Notice kind="warning" title="Somebody else has saved this person meanwhile" live>
    {differences.length === 0 ? (
      <p>What they saved is what you typed: nothing is left to do.</p>
    ) : (
      <table className="data-table mt-2">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Now saved</th>
            <th scope="col">You typed</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, theirs, typed }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{theirs || 'empty'}</td>
              <td>{typed || 'empty'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Notice>
);
