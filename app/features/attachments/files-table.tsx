/** The files of a change with what they are for, who attached them, and what became of them. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { TableRegion } from '../../ui/table';
import { timeInWords } from '../../ui/time';
import { findingsInWords } from '../files/findings-words';
import { sizeInWords } from '../files/size-words';
import { PURPOSE_LABELS } from './purposes';
import type { ShownAttachment } from './shown-attachment';

const Standing = ({ file }: { file: ShownAttachment }) => {
  const warning = findingsInWords(file);
  return (
    <>
      {file.removed ? (
        <span className="block">
          <StateBadge state="warning">taken back</StateBadge> by {file.removed.byName}, {timeInWords(file.removed.at)}:{' '}
          {file.removed.reason}
        </span>
      ) : null}
      {file.disposedAt ? (
        <span className="block">
          <StateBadge state="plain">disposed of</StateBadge> {timeInWords(file.disposedAt)}; this entry stays
        </span>
      ) : null}
      {warning ? (
        <span className="block">
          <StateBadge state="warning">active content</StateBadge> {warning}
        </span>
      ) : null}
      {!file.removed && !file.disposedAt && !warning ? 'attached' : null}
    </>
  );
};

export const FilesTable = ({ changeId, files }: { changeId: string; files: readonly ShownAttachment[] }) => (
  <TableRegion label="What is attached">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">For</th>
          <th scope="col">Attached by</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td className="min-w-0">
              <Link to={`/changes/${changeId}/files/${file.id}`} className="font-medium break-words">
                {file.name}
              </Link>{' '}
              <span className="quiet">({sizeInWords(file.size)})</span>
              {file.note ? <span className="block whitespace-pre-line">{file.note}</span> : null}
              <span className="quiet block text-[0.9em] break-all">SHA-256 {file.sha256}</span>
            </td>
            <td data-label="For">{PURPOSE_LABELS[file.purpose]}</td>
            <td data-label="Attached by" className="quiet">
              {file.uploadedByName}, {timeInWords(file.uploadedAt)}
            </td>
            <td data-label="State">
              <Standing file={file} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);
