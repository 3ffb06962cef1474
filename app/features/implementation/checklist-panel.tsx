/** One part of the checklist: each line, what holds now, and the form in which it is recorded. */
import { ConfidenceBadge, StateBadge } from '../../ui/badge';
import { Radios, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import type { AttachmentChoice } from '../attachments/attachment-choices.server';
import type { FormValues } from '../form-values';
import { CHECK_GROUP_LABELS, type CheckGroup } from './check-groups';
import { CHECK_STATE_LABELS, CHECK_STATES, type CheckState } from './check-states';
import type { ShownCheck } from './get-plan.server';

const LOOKS = {
  passed: 'settled',
  failed: 'hold',
  not_tested: 'open',
  not_applicable: 'plain',
} as const satisfies Record<CheckState, string>;

function Now({ now, changeId }: { now: NonNullable<ShownCheck['now']>; changeId: string }) {
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge state={LOOKS[now.state]}>{CHECK_STATE_LABELS[now.state]}</StateBadge>
        {now.doneOn ? <span>{dateInWords(now.doneOn)}</span> : null}
        {now.file ? (
          <span>
            <a href={`/changes/${changeId}/files/${now.file.id}`}>{now.file.name}</a>
            {now.file.takenBack ? ' (taken back)' : ''}
          </span>
        ) : null}
        <span className="quiet">
          {now.byName}, {timeInWords(now.at)}
        </span>
      </p>
      {now.because ? <p className="whitespace-pre-line">{now.because}</p> : null}
    </div>
  );
}

function RecordForm(props: { check: ShownCheck; form: FormValues; files: readonly AttachmentChoice[]; open: boolean }) {
  const { check, form, files, open } = props;
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <details open={open || undefined}>
      <summary className="btn btn-sm">
        {check.now ? 'Record anew' : 'Record'}
        <span className="sr-only">: {check.text}</span>
      </summary>
      <PostForm className="mt-2 flex max-w-3xl flex-col gap-3">
        <input type="hidden" name="key" value={check.key} />
        <input type="hidden" name="seen" value={check.now?.id ?? ''} />
        <FormErrors errors={form.summary} />
        <Radios
          {...field('state')}
          label="What holds"
          inline
          choices={CHECK_STATES.map((value) => ({ value, label: CHECK_STATE_LABELS[value] }))}
        />
        <TextArea {...field('because')} label="Reason, or what was seen" rows={2} help="Wanted unless it holds." />
        <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <TextField {...field('doneOn')} label="Done on" type="date" />
          <Select
            {...field('attachment')}
            label="File that shows it"
            blank="None"
            choices={files.map(({ id, label }) => ({ value: id, label }))}
          />
        </div>
        <div>
          <Submit small>Record this line</Submit>
        </div>
      </PostForm>
    </details>
  );
}

export function ChecklistPanel(props: {
  group: CheckGroup;
  lines: readonly ShownCheck[];
  changeId: string;
  /** Values of the form of a line; null where nothing is recorded any more. */
  formOf: ((check: ShownCheck) => FormValues) | null;
  /** The line whose form was refused. */
  refused: string | undefined;
  files: readonly AttachmentChoice[];
}) {
  const { group, lines, changeId, formOf, refused, files } = props;
  const done = lines.filter(({ now }) => now !== null).length;
  return (
    <Panel
      title={CHECK_GROUP_LABELS[group]}
      aside={<span className="quiet">{`${done} of ${lines.length} recorded`}</span>}
    >
      {lines.length === 0 ? <p className="quiet">Nothing is asked for here.</p> : null}
      <ul className="flex flex-col">
        {lines.map((check) => (
          <li
            key={check.key}
            id={check.key.replace('.', '-')}
            className="flex flex-col gap-1.5 border-t border-base-300 py-3 first:border-0"
          >
            <p className="max-w-4xl">
              {check.text}{' '}
              {check.from ? (
                <span className="quiet text-[0.93em]">
                  {check.from.citation} <ConfidenceBadge mark={check.from.mark} />
                </span>
              ) : null}
            </p>
            {check.now ? <Now now={check.now} changeId={changeId} /> : null}
            {check.now || formOf ? null : <p className="quiet">Nothing recorded.</p>}
            {formOf ? (
              <RecordForm check={check} form={formOf(check)} files={files} open={refused === check.key} />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
