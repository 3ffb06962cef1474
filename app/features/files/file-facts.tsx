/** A stored file, with what examining it said: in words, never by colour alone. */
import { StateBadge } from '../../ui/badge';
import { findingsInWords } from './findings-words';
import type { ShownFile } from './shown-file';
import { sizeInWords } from './size-words';

export function FileFacts({ file, link, digest }: { file: ShownFile; link?: string; digest?: boolean }) {
  const warning = findingsInWords(file);
  return (
    <div className="min-w-0">
      <p className="font-medium">
        {link ? <a href={link}>{file.name}</a> : file.name}{' '}
        <span className="quiet font-normal">({sizeInWords(file.size)})</span>
      </p>
      {digest ? <p className="quiet break-all text-[0.9em]">SHA-256 {file.sha256}</p> : null}
      {warning ? (
        <p className="mt-1">
          <StateBadge state="warning">active content</StateBadge> {warning}
        </p>
      ) : null}
    </div>
  );
}
