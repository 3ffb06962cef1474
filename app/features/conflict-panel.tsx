import { LongText } from '../ui/long-text';
import { Notice } from '../ui/page';
import { timeInWords } from '../ui/time';
import type { Conflict } from './save-result';

/** Somebody else saved meanwhile: their values beside what was typed; nothing is lost, nothing overwritten unseen. */
export function ConflictPanel({ conflict }: { conflict: Conflict | null | undefined }) {
  if (!conflict) return null;
  return (
    <Notice kind="warning" title={`${conflict.savedBy} saved this meanwhile, ${timeInWords(conflict.savedAt)}`} live>
      <p className="mt-1">
        What you typed is still in the form below. Where both differ, decide: change the field back, or save again to
        let yours stand. Both stay in the history.
      </p>
      <table className="data-table stacks mt-2">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Saved now</th>
            <th scope="col">You typed</th>
          </tr>
        </thead>
        <tbody>
          {conflict.differences.map(({ label, theirs, typed }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label="Saved now">
                <LongText text={theirs} />
              </td>
              <td data-label="You typed">
                <LongText text={typed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
