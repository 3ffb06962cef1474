/** The form that signs: place, meaning, reason, conditions, and the proof that it is you. */
import { Link } from '@remix-run/react';
import { Radios, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { STAGE_LABELS } from '../implementation/condition-form';
import { ProofFields } from '../people/proof-fields';
import type { RefusedSignOffView } from './sign-off-page';
import type { PenView, SignOffView } from './sign-off-view';

const ROWS = [0, 1, 2];

export function SignPanel({ page, refused }: { page: SignOffView; refused: RefusedSignOffView | null }) {
  if (page.penless) {
    return (
      <Notice kind="warning" title="You cannot sign yet">
        {page.penless.message} <Link to={page.penless.mend}>Put it right</Link>
      </Notice>
    );
  }
  if (!page.pen) return null;
  return <SignForm pen={page.pen} page={page} refused={refused?.intent === 'sign' ? refused : null} />;
}

function SignForm({ pen, page, refused }: { pen: PenView; page: SignOffView; refused: RefusedSignOffView | null }) {
  const [first, ...more] = pen.slots.filter(({ slot }) => slot !== 'witness');
  const choice = first ?? pen.slots[0];
  const slots = choice
    ? [choice, ...more, ...pen.slots.filter(({ slot }) => slot === 'witness' && slot !== choice.slot)]
    : [];
  const kept = (name: string, at = 0) => refused?.kept[name]?.[at];
  const error = (name: string) => refused?.errors[name];
  const meanings = [...new Map(slots.flatMap((slot) => slot.meanings).map((one) => [one.value, one])).values()];
  const conditional = meanings.some(({ value }) => value === 'approve_with_conditions');
  const others = Object.entries(refused?.errors ?? {}).filter(([name]) => / \d+$|^conditions$/.test(name));
  return (
    <Panel id="sign" title="Sign">
      <PostForm className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="sign" />
        <input type="hidden" name="round" value={pen.roundId} />
        <input type="hidden" name="snapshot" value={pen.snapshotSha256} />
        <FormErrors
          errors={[
            ...(error('') ?? []),
            ...others.flatMap(([name, messages]) => messages.map((message) => `${rowName(name)}${message}`)),
          ]}
        />
        <p className="quiet">
          Your signature covers what is known now: SHA-256{' '}
          <span className="break-all font-mono text-[0.9em]">{pen.snapshotSha256}</span>. Whatever of it changes later,
          the signature falls visibly.
        </p>
        {slots.length > 1 ? (
          <Radios
            name="slot"
            label="In which place?"
            value={kept('slot') ?? choice?.slot ?? ''}
            errors={error('slot')}
            choices={slots.map(({ slot, label, as }) => ({ value: slot, label, help: as }))}
          />
        ) : (
          <input type="hidden" name="slot" value={choice?.slot ?? ''} />
        )}
        <Radios
          name="meaning"
          label="What does your signature mean?"
          required
          value={kept('meaning') ?? (meanings.length === 1 ? meanings[0]?.value : '')}
          errors={error('meaning')}
          choices={meanings}
        />
        <TextArea name="reason" label="Reason or remark" rows={2} value={kept('reason')} errors={error('reason')} />
        {conditional ? (
          <details open={kept('condition') ? true : undefined}>
            <summary className="cursor-pointer font-medium">Conditions, where you approve with some</summary>
            <div className="mt-2 flex flex-col gap-3">
              {ROWS.map((at) => (
                <fieldset key={at} className="panel flex flex-col gap-2 p-3">
                  <legend className="px-1 font-medium">Condition {at + 1}</legend>
                  <TextField name="condition" label="What has to be done or shown" value={kept('condition', at)} />
                  <div className="grid grid-cols-1 gap-2 sm:grid-cols-3">
                    <Select
                      name="condition_before"
                      label="When"
                      value={kept('condition_before', at) ?? 'implementation'}
                      choices={Object.entries(STAGE_LABELS).map(([value, label]) => ({ value, label }))}
                    />
                    <Select
                      name="condition_owner"
                      label="Owner"
                      blank="Choose"
                      value={kept('condition_owner', at)}
                      choices={pen.people.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                    <TextField name="condition_due" type="date" label="Due" value={kept('condition_due', at)} />
                  </div>
                </fieldset>
              ))}
            </div>
          </details>
        ) : null}
        <ProofFields ways={pen.ways} errors={refused?.errors ?? {}} />
        <div>
          <Submit>Sign {page.change.reference}</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

/** "Condition 2: " for a refusal of one of the rows. */
const rowName = (field: string) => {
  const row = / (\d+)$/.exec(field)?.[1];
  return row ? `Condition ${row}: ` : '';
};
