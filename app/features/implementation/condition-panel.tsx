/** One condition: what it asks, of whom, until when, how it stands, and the form of whoever has to act. */
import { StateBadge } from '../../ui/badge';
import { Select, TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import type { AttachmentChoice } from '../attachments/attachment-choices.server';
import type { FormValues } from '../form-values';
import { STAGE_LABELS } from './condition-form';
import type { ShownCondition } from './condition-view';

const STATES = {
  open: { look: 'open', word: 'proof is wanted' },
  proved: { look: 'info', word: 'somebody has to look at the proof' },
  met: { look: 'settled', word: 'met' },
  void: { look: 'plain', word: 'fell with the signature that set it' },
} as const;

function Proof({ condition, changeId }: { condition: ShownCondition; changeId: string }) {
  const { proof, sentBack, met } = condition;
  return (
    <>
      {proof ? (
        <div>
          <p className="quiet">
            Proof by {proof.byName}, {timeInWords(proof.at)}
          </p>
          <p className="whitespace-pre-line">{proof.text}</p>
          {proof.file ? (
            <p>
              <a href={`/changes/${changeId}/files/${proof.file.id}`}>{proof.file.name}</a>
              {proof.file.takenBack ? (
                <>
                  {' '}
                  <StateBadge state="warning">taken back</StateBadge>
                </>
              ) : null}
            </p>
          ) : null}
        </div>
      ) : null}
      {sentBack ? (
        <p>
          <StateBadge state="warning">not enough</StateBadge> {sentBack.byName}: {sentBack.reason}
        </p>
      ) : null}
      {met ? (
        <p>
          Met: {met.byName} looked at it, {timeInWords(met.at)}.
        </p>
      ) : null}
    </>
  );
}

const Which = ({ condition, intent }: { condition: ShownCondition; intent?: string }) => (
  <>
    {intent ? <input type="hidden" name="intent" value={intent} /> : null}
    <input type="hidden" name="condition" value={condition.id} />
    <input type="hidden" name="version" value={condition.version} />
  </>
);

function ProveForm(props: { condition: ShownCondition; form: FormValues; files: readonly AttachmentChoice[] }) {
  const { condition, form, files } = props;
  return (
    <PostForm className="flex max-w-3xl flex-col gap-3 border-t border-base-300 pt-3">
      <Which condition={condition} intent="prove" />
      <TextArea
        name="proof"
        label="How it was met"
        rows={3}
        value={form.value('proof')}
        errors={form.errors('proof')}
      />
      <Select
        name="attachment"
        label="File that shows it"
        blank="None"
        help="Files are attached on the page “Files”, for the purpose “Proof of what was done”."
        value={form.value('attachment')}
        errors={form.errors('attachment')}
        choices={files.map(({ id, label }) => ({ value: id, label }))}
      />
      <div>
        <Submit>Give this proof</Submit>
      </div>
    </PostForm>
  );
}

function JudgeForms({ condition, form }: { condition: ShownCondition; form: FormValues }) {
  return (
    <div className="flex max-w-3xl flex-col gap-3 border-t border-base-300 pt-3">
      <PostForm>
        <Which condition={condition} intent="accept" />
        <Submit>The condition is met</Submit>
      </PostForm>
      <PostForm className="flex flex-col gap-3">
        <Which condition={condition} intent="send-back" />
        <TextArea
          name="reason"
          label="Or: what is missing"
          rows={2}
          value={form.value('reason')}
          errors={form.errors('reason')}
        />
        <div>
          <Submit look="plain">Send the proof back</Submit>
        </div>
      </PostForm>
    </div>
  );
}

export function ConditionPanel(props: {
  condition: ShownCondition;
  changeId: string;
  form: FormValues;
  files: readonly AttachmentChoice[];
}) {
  const { condition, changeId, form, files } = props;
  const { look, word } = STATES[condition.status];
  return (
    <Panel
      id={`condition-${condition.number}`}
      title={`Condition ${condition.number}`}
      aside={
        <span className="flex flex-wrap gap-2">
          {condition.overdue ? <StateBadge state="hold">overdue</StateBadge> : null}
          <StateBadge state={look}>{word}</StateBadge>
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="max-w-4xl whitespace-pre-line break-words">{condition.text}</p>
        <p className="quiet">
          {condition.ownerName}, until {dateInWords(condition.dueOn)}; {STAGE_LABELS[condition.before]}.
        </p>
        <Proof condition={condition} changeId={changeId} />
        <FormErrors errors={form.summary} />
        {condition.mayProve ? <ProveForm condition={condition} form={form} files={files} /> : null}
        {condition.mayJudge ? <JudgeForms condition={condition} form={form} /> : null}
      </div>
    </Panel>
  );
}
