/** Into sign-off, out of it, and the steps beside the way. */
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { RefusedSignOffView } from './sign-off-page';
import type { SignOffView } from './sign-off-view';

export function PutPanel({ page, refused }: { page: SignOffView; refused: RefusedSignOffView | null }) {
  if (!page.may.put) return null;
  const mine = refused?.intent === 'put' ? refused : null;
  return (
    <Panel id="put" title={page.emergency ? 'Sign afterwards' : 'Put it to sign-off'}>
      <PostForm className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="put" />
        <input type="hidden" name="version" value={page.change.version} />
        <FormErrors errors={[...(mine?.errors[''] ?? []), ...(mine?.errors.version ?? [])]} />
        <Select
          name="option"
          label="What is put forward?"
          value={mine?.kept.option?.[0] ?? 'as_proposed'}
          errors={mine?.errors.option}
          choices={page.options.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextArea name="note" label="Why this one?" rows={2} value={mine?.kept.note?.[0]} errors={mine?.errors.note} />
        <div>
          <Submit>Put to sign-off</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

const STEPS = [
  { may: 'sendBack', intent: 'send-back', label: 'Send back to the proposer', danger: false },
  { may: 'leave', intent: 'leave', label: 'Take it out of sign-off', danger: false },
  { may: 'hold', intent: 'hold', label: 'Put on hold', danger: false },
  { may: 'resume', intent: 'resume', label: 'Resume', danger: false },
  { may: 'takeUp', intent: 'take-up', label: 'Take it up anew', danger: false },
  { may: 'revoke', intent: 'revoke', label: 'Revoke the approval', danger: true },
] as const;

export function StepForms({ page, refused }: { page: SignOffView; refused: RefusedSignOffView | null }) {
  const steps = STEPS.filter(({ may }) => page.may[may]);
  if (steps.length === 0) return null;
  return (
    <Panel title="Other steps">
      <div className="flex flex-col gap-2">
        {steps.map(({ intent, label, danger }) => {
          const mine = refused?.intent === intent ? refused : null;
          return (
            <details key={intent} open={mine !== null || undefined}>
              <summary className="cursor-pointer py-1 font-medium">{label}</summary>
              <PostForm className="mt-1 mb-2 flex flex-col gap-2">
                <input type="hidden" name="intent" value={intent} />
                <FormErrors errors={mine?.errors['']} />
                <TextField
                  name="reason"
                  label="Why?"
                  required
                  value={mine?.kept.reason?.[0]}
                  errors={mine?.errors.reason}
                />
                <div>
                  <Submit small look={danger ? 'danger' : 'plain'}>
                    {label}
                  </Submit>
                </div>
              </PostForm>
            </details>
          );
        })}
      </div>
    </Panel>
  );
}
