import { Link } from '@remix-run/react';
import { Radios, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';
import { ConflictPanel } from '../conflict-panel';
import { formValues } from '../form-values';
import type { RefusedForm } from '../save-form.server';
import type { ExposureAnswer } from './answers';
import { exposureQuestion } from './questions';

interface Props {
  /** Asked for by the address; nonsense shows no form. */
  question: string | null;
  cve: string;
  /** Those in force. */
  answers: readonly ExposureAnswer[];
  /** The unit of the page; null on a model's page. */
  unitId: string | null;
  refused: RefusedForm | undefined;
  back: string;
}

/** Answering one question. Works as a page of its own part: the address names the question. */
export function AnswerPanel({ question, cve, answers, unitId, refused, back }: Props) {
  const asked = exposureQuestion(refused?.kept.question?.[0] ?? question ?? '');
  if (!asked) return null;
  const about = unitId ? 'unit' : 'model';
  const chosen = refused?.kept.about?.[0] ?? about;
  const named = (refused?.kept.cve?.[0] ?? cve).toUpperCase();
  const standing = answers.find(
    (one) => one.question === asked.id && one.cve === named && one.unitId === (chosen === 'unit' ? unitId : null),
  );
  const form = formValues(refused, { answer: standing?.answer, reason: standing?.reason, cve, about });
  // Only who was shown the other's answer may let their own stand over it.
  const seen = refused && !refused.conflict ? form.value('seen') : (standing?.id ?? '');
  return (
    <Panel title="Answer a question" id="answer">
      <ConflictPanel conflict={refused?.conflict} />
      <PostForm className="flex max-w-3xl flex-col gap-4" key={`${asked.id} ${cve}`} action={`?question=${asked.id}`}>
        <FormErrors errors={form.summary} />
        <input type="hidden" name="question" value={asked.id} />
        <input type="hidden" name="seen" value={seen} />
        <Radios
          name="answer"
          label={asked.asks}
          value={form.value('answer')}
          errors={form.errors('answer')}
          choices={asked.choices.map((choice) => ({ value: choice, label: choice }))}
          inline
          required
        />
        {unitId ? (
          <Radios
            name="about"
            label="It is about"
            value={form.value('about')}
            errors={form.errors('about')}
            choices={[
              { value: 'unit', label: 'this unit' },
              { value: 'model', label: 'every unit of the model that has no answer of its own' },
            ]}
            inline
          />
        ) : (
          <input type="hidden" name="about" value="model" />
        )}
        <TextField
          name="cve"
          label="Only for one vulnerability"
          help="A CVE id. Empty: for every vulnerability."
          value={form.value('cve')}
          errors={form.errors('cve')}
        />
        <TextArea name="reason" label="Why" value={form.value('reason')} errors={form.errors('reason')} required />
        <div className="flex gap-2">
          <Submit>{refused?.conflict ? 'Let mine stand' : 'Save the answer'}</Submit>
          <Link to={back} className="btn btn-ghost">
            Cancel
          </Link>
        </div>
      </PostForm>
    </Panel>
  );
}
