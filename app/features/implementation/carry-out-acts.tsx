/** The steps of carrying a change out: begin, put to verification, verify and close; and what verifications found. */
import { StateBadge } from '../../ui/badge';
import { Radios, TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText } from '../../ui/long-text';
import { Notice, Panel } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import { ProofFields } from '../people/proof-fields';
import type { CarryOutPage } from './carry-out-view';
import { VERIFICATION_HELP, VERIFICATION_LABELS, VERIFICATION_OUTCOMES } from './verification-outcomes';

/** On what it rests, and the first step. */
export function BeginPanel({ page, form }: { page: CarryOutPage; form: FormValues }) {
  const { basis, may, waits, status } = page;
  return (
    <Panel title="What it rests on">
      <div className="flex max-w-3xl flex-col gap-3">
        <p>
          {basis ? `${basis.words}.` : 'Nothing is decided that would allow carrying it out.'}
          {basis?.expiresOn ? ` Good until ${dateInWords(basis.expiresOn)}.` : ''}
        </p>
        {waits.length > 0 && status === 'approved' ? (
          <Notice kind="warning" title="These conditions come first">
            <ul>
              {waits.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <FormErrors errors={form.summary} />
        {may.begin ? (
          <PostForm>
            <input type="hidden" name="intent" value="begin" />
            <Submit>Begin to carry it out</Submit>
          </PostForm>
        ) : null}
      </div>
    </Panel>
  );
}

export function PutToVerification({ page, form }: { page: CarryOutPage; form: FormValues }) {
  if (!page.may.putToVerification) return null;
  return (
    <Panel title="Ready to be verified">
      <PostForm className="flex max-w-3xl flex-col gap-3">
        <input type="hidden" name="intent" value="verify" />
        <FormErrors errors={form.summary} />
        <p>Every unit has a record. Somebody who neither proposed nor made the change holds it against the plan.</p>
        <div>
          <Submit>Put it to verification</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

export function ClosePanel({
  page,
  form,
  errors,
}: {
  page: CarryOutPage;
  form: FormValues;
  errors: Record<string, string[]>;
}) {
  const { closing } = page;
  if (!closing) return null;
  return (
    <Panel title="Verify">
      {closing.against.length > 0 ? (
        <Notice kind="info" title="You cannot close it now">
          <ul>
            {closing.against.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <PostForm className="mt-3 flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="intent" value="close" />
        <input type="hidden" name="snapshot" value={closing.snapshot} />
        <input type="hidden" name="done" value={closing.done} />
        <FormErrors errors={form.summary} />
        <Radios
          name="outcome"
          label="What did you find?"
          required
          value={form.value('outcome')}
          errors={form.errors('outcome')}
          choices={VERIFICATION_OUTCOMES.map((value) => ({
            ...{ value, label: VERIFICATION_LABELS[value], help: VERIFICATION_HELP[value] },
          }))}
        />
        <TextArea
          name="words"
          label="In your words"
          help="Needed with deviations, and when it failed."
          rows={3}
          value={form.value('words')}
          errors={form.errors('words')}
        />
        <ProofFields ways={closing.ways} errors={errors} />
        <div>
          <Submit>Sign the verification</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

const LOOKS = { as_planned: 'success', with_deviations: 'warning', failed: 'error' } as const;

export function VerificationsPanel({ page }: { page: CarryOutPage }) {
  if (page.verifications.length === 0) return null;
  return (
    <Panel title="Verifications">
      <ol className="flex flex-col gap-3">
        {page.verifications.map((one) => (
          <li key={one.number}>
            <StateBadge state={LOOKS[one.outcome]}>{VERIFICATION_LABELS[one.outcome]}</StateBadge>{' '}
            <span className="quiet">
              {one.byName}, {timeInWords(one.at)}
              {one.signed ? ', signed' : ', not signed'}
            </span>
            {one.comparison ? (
              <div>
                <LongText text={one.comparison} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
