import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { formValues } from '~/features/form-values';
import { DifferencesTable } from '~/features/rationales/differences-table';
import { earlierPage } from '~/features/rationales/earlier-page.server';
import { EarlierTable } from '~/features/rationales/earlier-table';
import { RationalePanel } from '~/features/rationales/rationale-panel';
import { TakeUpForm as TakeUpSchema, takeUpRationale } from '~/features/rationales/take-up.server';
import { TakeUpForm } from '~/features/rationales/take-up-form';
import { UsesPanel } from '~/features/rationales/uses-panel';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Empty, Notice, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Earlier decisions · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params, url }) =>
  notFoundUnless(await earlierPage(actor, params.changeId, url.searchParams.get('from'))),
);

export const action = protectedAction('change:answer', ChangeParams, async ({ actor, params, form }) => {
  const answer = await saveForm(form, TakeUpSchema, (input) => takeUpRationale(actor, params.changeId, input));
  if (answer.ok) throw redirect(`/changes/${params.changeId}/earlier-decisions?done=read#read`, 303);
  return data(answer, { status: 422 });
});

export default function EarlierDecisions() {
  const { change, lines, opened, readFor, readBy, mayTakeUp } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ChangeSubpage change={change} title="Earlier decisions" />
      <p className="quiet max-w-prose">
        Decisions on record that have most in common with this change. None of them decides it: nothing is copied from
        here, and a decision on another model never applies to this one.
      </p>
      {lines.length === 0 ? (
        <Empty title="Nothing like it was decided before">
          Looked through: every decision on this model, and the latest thousand in each state, for the same
          vulnerability, the same kind of change, the same maker and kind of device, the same operating system.
        </Empty>
      ) : (
        <Panel title="Closest first" flush>
          <EarlierTable lines={lines} opened={opened?.line.id ?? null} changeId={change.id} />
        </Panel>
      )}
      {opened ? (
        <>
          {opened.line.sameModel ? null : (
            <Notice kind="warning" title={`${opened.line.reference} is about another model: ${opened.line.model}`}>
              Its certificates, its instructions and its maker’s words are not those of this device. Read it as an
              example; it does not apply.
            </Notice>
          )}
          <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
            <RationalePanel opened={opened} />
            <Panel title={`Now: ${opened.differencesInAll} things are different`} flush>
              {opened.differences.length > 0 ? (
                <DifferencesTable differences={opened.differences} />
              ) : (
                <p className="p-4">
                  Nothing that is on record differs. That the same holds again is still for somebody to say.
                </p>
              )}
            </Panel>
          </div>
          {mayTakeUp ? (
            <Panel title="Take it up">
              <TakeUpForm
                from={opened.line.id}
                reference={opened.line.reference}
                form={formValues(refused, { note: '' })}
              />
            </Panel>
          ) : null}
        </>
      ) : null}
      <div id="read" className="flex flex-col gap-4">
        <UsesPanel title="Read for this change" uses={readFor} />
        <UsesPanel title="This decision was read for" uses={readBy} />
      </div>
    </>
  );
}
