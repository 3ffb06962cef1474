import { Notice } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import type { EditConflict } from './edit-conflict.server';

/** Somebody else saved meanwhile: who changed what, both values, and everything typed still below. */
export function EditConflictNotice({ conflict }: { conflict: EditConflict }) {
  return (
    <Notice kind="warning" title="Somebody saved this proposal while you were editing it">
      {conflict.edits.map((edit) => (
        <p key={edit.at}>
          {edit.by}, {timeInWords(edit.at)}
          {edit.fields ? `: ${edit.fields}` : ''}
        </p>
      ))}
      <dl className="my-2 flex flex-col gap-2">
        {conflict.differences.map((one) => (
          <div key={one.field} className="rounded-box bg-base-100 p-2">
            <dt className="font-medium">{one.label}</dt>
            <dd className="whitespace-pre-wrap">
              <span className="quiet">Now saved: </span>
              {shortened(one.from)}
            </dd>
            <dd className="whitespace-pre-wrap">
              <span className="quiet">You typed: </span>
              {shortened(one.to)}
            </dd>
          </div>
        ))}
      </dl>
      <p>What you typed is below, untouched. Change what you want to take over, then save again.</p>
    </Notice>
  );
}

const MOST = 400;
const shortened = (text: string) => (text === '' ? '(empty)' : text.length > MOST ? `${text.slice(0, MOST)}…` : text);
