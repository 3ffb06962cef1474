/** Holds, files that are due, and proposals to dispose of them. */

import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { DateText, TimeText } from '../../ui/time';
import { sizeInWords } from '../files/size-words';
import type { FormValues } from '../form-values';
import { RETENTION_CLASSES } from './classes';
import type { DueFile } from './due-files.server';
import type { DisposalView, HoldView } from './get-retention.server';

/** Which row's form was refused, and what it says. */
export interface RefusedRow {
  intent: string;
  row: string;
  form: FormValues;
}

const Reason = ({ label, refused }: { label: string; refused: FormValues | null }) => (
  <TextArea
    name="reason"
    label={label}
    rows={2}
    required
    value={refused?.value('reason') ?? ''}
    errors={refused?.errors('reason') ?? []}
  />
);

export const ClassesPanel = () => (
  <Panel title="Classes" flush>
    <p className="quiet px-4 pb-2">
      How long each kind of record is kept here. The periods are built in; setting them per organisation comes later.
      The mark says how sure we are of the source.
    </p>
    <TableRegion label="Classes of retention">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Kept</th>
            <th scope="col">Its clock begins when</th>
            <th scope="col">Why</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {RETENTION_CLASSES.map((one) => (
            <tr key={one.key}>
              <td data-label="">
                {one.label}
                <span className="quiet block">{one.what}</span>
              </td>
              <td data-label="Kept">{one.years === null ? 'for good' : `${one.years} years`}</td>
              <td data-label="Its clock begins when">{one.startsWith}</td>
              <td data-label="Why">{one.why}</td>
              <td data-label="Source">
                {one.source} <ConfidenceBadge mark={one.mark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  </Panel>
);

export const HoldsPanel = ({ holds, refused }: { holds: HoldView[]; refused: RefusedRow | null }) => {
  const placing = refused?.intent === 'hold' ? refused.form : null;
  return (
    <Panel title="Legal holds">
      {holds.length === 0 ? <Empty title="No hold stands." /> : null}
      <ul className="flex flex-col gap-3">
        {holds.map((hold) => (
          <li key={hold.id} className="rounded-box border border-base-300 p-3">
            <p className="flex flex-wrap items-center gap-2">
              <a href={`/changes/${hold.changeId}`} className="font-mono">
                {hold.reference}
              </a>
              <StateBadge state={hold.lifted ? 'plain' : 'hold'}>{hold.lifted ? 'lifted' : 'stands'}</StateBadge>
            </p>
            <p className="break-words">{hold.reason}</p>
            <p className="quiet">
              Placed by {hold.placedByName}, <TimeText value={hold.placedAt} />.
              {hold.lifted ? ` Lifted by ${hold.lifted.byName}: ${hold.lifted.reason}` : ''}
            </p>
            {hold.lifted ? null : (
              <details className="mt-2" open={refused?.row === hold.id}>
                <summary className="cursor-pointer">Lift it</summary>
                <PostForm className="mt-2 flex max-w-xl flex-col gap-2">
                  <FormErrors errors={refused?.row === hold.id ? refused.form.summary : null} />
                  <input type="hidden" name="holdId" value={hold.id} />
                  <Reason label="Why may it be lifted?" refused={refused?.row === hold.id ? refused.form : null} />
                  <div>
                    <Submit small look="plain" name="intent" value="lift">
                      Lift the hold
                    </Submit>
                  </div>
                </PostForm>
              </details>
            )}
          </li>
        ))}
      </ul>
      <h3 className="mt-4 font-semibold">Place a hold</h3>
      <PostForm className="mt-2 flex max-w-xl flex-col gap-3">
        <FormErrors errors={placing?.summary ?? null} />
        <TextField
          name="reference"
          label="Reference of the change"
          help="As CM-2026-000123. While the hold stands, nothing of it is disposed of."
          required
          value={placing?.value('reference') ?? ''}
          errors={placing?.errors('reference') ?? []}
        />
        <Reason label="Why?" refused={placing} />
        <div>
          <Submit name="intent" value="hold">
            Place the hold
          </Submit>
        </div>
      </PostForm>
    </Panel>
  );
};

export const DuePanel = ({ due }: { due: DueFile[] }) => (
  <Panel title="Files that may go">
    {due.length === 0 ? (
      <Empty title="No file is due.">Files of a change are due 15 years after it ended, unless a hold stands.</Empty>
    ) : (
      <ul className="flex flex-col gap-3">
        {due.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 break-words">
              <span className="font-mono">{file.reference}</span> {file.name}, {sizeInWords(file.size)}; due since{' '}
              <DateText value={file.dueOn} />
            </span>
            <PostForm>
              <input type="hidden" name="attachmentId" value={file.id} />
              <Submit small look="plain" name="intent" value="propose">
                Propose to dispose of it
              </Submit>
            </PostForm>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const LOOK = { waiting: 'open', approved: 'settled', refused: 'plain' } as const;
const WORDS = { waiting: 'waits for another person', approved: 'disposed of', refused: 'refused' } as const;

export const DisposalsPanel = ({ disposals, refused }: { disposals: DisposalView[]; refused: RefusedRow | null }) => (
  <Panel title="Proposals and certificates">
    {disposals.length === 0 ? <Empty title="Nothing was proposed." /> : null}
    <ul className="flex flex-col gap-3">
      {disposals.map((one) => (
        <li key={one.id} className="rounded-box border border-base-300 p-3">
          <p className="flex flex-wrap items-center gap-2">
            <span>Disposal {one.number}</span>
            <StateBadge state={LOOK[one.state]}>{WORDS[one.state]}</StateBadge>
          </p>
          <p className="break-words">{one.objectRef}</p>
          <p className="quiet">
            {one.because} Proposed by {one.proposedByName}, <TimeText value={one.proposedAt} />. {one.words}
          </p>
          {one.state === 'approved' ? (
            <a href={`/files/disposals/${one.id}.json`} download>
              Certificate (JSON)
            </a>
          ) : null}
          <FormErrors errors={refused?.row === one.id ? refused.form.summary : null} />
          {one.mayApprove ? (
            <PostForm className="mt-2">
              <input type="hidden" name="disposalId" value={one.id} />
              <Submit small look="danger" name="intent" value="approve">
                Approve: delete the bytes
              </Submit>
            </PostForm>
          ) : null}
          {one.state === 'waiting' ? (
            <PostForm className="mt-2 flex max-w-xl flex-col gap-2">
              <input type="hidden" name="disposalId" value={one.id} />
              <Reason label="Why not?" refused={refused?.row === one.id ? refused.form : null} />
              <div>
                <Submit small look="plain" name="intent" value="refuse">
                  Refuse
                </Submit>
              </div>
            </PostForm>
          ) : null}
        </li>
      ))}
    </ul>
  </Panel>
);
