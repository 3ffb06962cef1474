import { Notice } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import type { Refused } from './form-state';

/** Somebody else answered meanwhile: both values side by side, nothing overwritten, nothing typed lost. */
export function ConflictNotice({ refused }: { refused: Refused | null }) {
  const conflict = refused?.conflict;
  if (!conflict) return null;
  return (
    <Notice kind="warning" title={`${conflict.by} has said something else meanwhile`}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        <dt>{conflict.by}</dt>
        <dd>
          {conflict.theirs} ({timeInWords(conflict.at)})
        </dd>
        <dt>You</dt>
        <dd>{conflict.yours}</dd>
      </dl>
      <p>Send your answer again to let it stand instead, or leave theirs. Both stay in the record.</p>
    </Notice>
  );
}
