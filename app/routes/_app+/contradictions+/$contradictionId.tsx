import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ContradictionSides } from '~/features/claims/contradiction-sides';
import { CONTRADICTION_STATUS } from '~/features/claims/contradiction-view';
import { askAboutContradiction, DecideForm, decideContradiction } from '~/features/claims/decide-contradiction.server';
import { getContradiction } from '~/features/claims/read-contradictions.server';
import { formValues } from '~/features/form-values';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader, requireOneOf } from '~/guard/guard.server';
import { StateBadge } from '~/ui/badge';
import { Radios, TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { shorten } from '~/ui/long-text';
import { Notice, PageHeader, Panel } from '~/ui/page';
import { timeInWords } from '~/ui/time';

const Params = z.object({ contradictionId: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${shorten(found?.contradiction.label ?? 'Contradiction', 80)} · Contradictions · Changemark` },
];

export const loader = protectedLoader('document:read', Params, async ({ actor, params }) =>
  notFoundUnless(await getContradiction(actor, params.contradictionId)),
);

const Nothing = z.object({});

export const action = protectedAction('claim:confirm', Params, async ({ actor, params, form, url }) => {
  const id = params.contradictionId;
  const asking = form.get('intent') === 'ask';
  if (asking) await requireOneOf(actor, ['document:draft'], url.pathname);
  const answer = asking
    ? await saveForm(form, Nothing, () => askAboutContradiction(actor, id))
    : await saveForm(form, DecideForm, (input) => decideContradiction(actor, id, input));
  if (answer.ok) throw redirect(asking ? `/letters/${answer.id}` : `/contradictions/${id}`, 303);
  return data(answer, { status: 422 });
});

export default function Contradiction() {
  const { contradiction, mayDecide, mayAsk } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused);
  const { label, look } = CONTRADICTION_STATUS[contradiction.status];
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Contradictions', to: '/contradictions' }]}
        state={<StateBadge state={look}>{label}</StateBadge>}
        title={shorten(contradiction.label, 300)}
        sub={
          <>
            {contradiction.model ? (
              <>
                <Link to={`/devices/${contradiction.model.id}`}>{contradiction.model.name}</Link>,{' '}
              </>
            ) : null}
            <Link to={`/suppliers/${contradiction.supplier.id}`}>{contradiction.supplier.name}</Link>; found{' '}
            {timeInWords(contradiction.foundAt)}
          </>
        }
      />
      <FormErrors errors={form.summary} />
      <Panel title="The two statements">
        <div className="flex flex-col gap-3">
          <ContradictionSides contradiction={contradiction} />
        </div>
      </Panel>
      {contradiction.letter ? (
        <Notice kind="info" title="The supplier is asked which of the two holds">
          <Link to={`/letters/${contradiction.letter.id}`} className="font-mono underline">
            {contradiction.letter.reference}
          </Link>
        </Notice>
      ) : null}
      {contradiction.decidedAt ? (
        <Notice
          kind="success"
          title={`Decided by ${contradiction.decidedByName}, ${timeInWords(contradiction.decidedAt)}`}
        >
          <p className="whitespace-pre-line break-words">{contradiction.reason}</p>
        </Notice>
      ) : null}
      {mayAsk ? (
        <PostForm className="panel flex max-w-2xl flex-col items-start gap-3 p-4">
          <h2>Ask the supplier</h2>
          <p className="quiet">
            A letter is drafted that quotes both statements and asks one question. Somebody else approves it before it
            leaves.
          </p>
          <Submit name="intent" value="ask">
            Draft the clarifying letter
          </Submit>
        </PostForm>
      ) : null}
      {mayDecide ? (
        <PostForm className="panel flex max-w-2xl flex-col gap-4 p-4">
          <h2>Settle it</h2>
          <Radios
            name="holds"
            label="Which of the two holds?"
            required
            value={form.value('holds')}
            errors={form.errors('holds')}
            choices={[
              { value: 'one', label: 'The first' },
              { value: 'other', label: 'The second' },
              { value: 'neither', label: 'Neither' },
              { value: 'none', label: 'Both can be right: this is no contradiction' },
            ]}
          />
          <TextArea
            name="reason"
            rows={3}
            label="Why"
            required
            value={form.value('reason')}
            errors={form.errors('reason')}
          />
          <div>
            <Submit name="intent" value="settle" look="plain">
              Settle
            </Submit>
          </div>
        </PostForm>
      ) : null}
    </>
  );
}
