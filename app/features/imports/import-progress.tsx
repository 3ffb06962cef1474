/** How far an import is, in words and as a bar. */

import { sizeInWords } from '../files/size-words';
import type { ImportPage } from './import-view';

const WORK: Partial<Record<ImportPage['status'], string>> = {
  waiting: 'Waits for its turn',
  reading: 'Being read and held against the register',
  applying: 'Being applied',
  undoing: 'Being taken back, from its last row',
};

export function ImportProgress({ page }: { page: ImportPage }) {
  const { status, progress, progressOf } = page;
  const done = status === 'undoing' ? Math.max(0, progressOf - progress) : Math.min(progress, progressOf);
  const share = progressOf > 0 ? Math.round((100 * done) / progressOf) : 0;
  const reading = status === 'reading' && progressOf === page.size;
  const words = reading
    ? `${sizeInWords(done)} of ${sizeInWords(progressOf)}`
    : `row ${done.toLocaleString('en-GB')} of ${progressOf.toLocaleString('en-GB')}`;
  return (
    <div role="status" className="flex flex-col gap-1">
      <p>
        {WORK[status]}
        {status === 'waiting' ? '.' : `: ${words}.`} {page.cancelAsked ? 'It is being called off.' : ''}
      </p>
      <progress className="progress w-full max-w-md" value={share} max={100} aria-label="Progress" />
    </div>
  );
}
