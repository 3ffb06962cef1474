import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import {
  attachAntivirusCheck,
  getAntivirusCheck,
  saveAntivirusSettings,
} from '~/features/placement/antivirus-check.server';
import { ProposalFields } from '~/features/placement/antivirus-fields';
import { AntivirusFindings, WhyAntivirus } from '~/features/placement/antivirus-findings';
import { ProposalForm, proposalShown } from '~/features/placement/antivirus-form';
import { findingsInWords } from '~/features/placement/antivirus-words';
import { AttachCheck } from '~/features/placement/attach-check';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Anti-virus check · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getAntivirusCheck(actor, params.changeId)),
);

export const action = protectedAction('change:answer', ChangeParams, async ({ actor, params, form }) => {
  const attaching = form.get('intent') === 'attach';
  const answer = attaching
    ? await saveForm(form, z.object({}), () => attachAntivirusCheck(actor, params.changeId))
    : await saveForm(form, ProposalForm, (input) => saveAntivirusSettings(actor, params.changeId, input));
  if (answer.ok) {
    throw redirect(`/changes/${params.changeId}/antivirus-check?done=${attaching ? 'attached' : 'saved'}`, 303);
  }
  return data({ ...answer, attaching }, { status: 422 });
});

const DONE: Record<string, string> = {
  saved: 'Saved, and checked again.',
  attached: 'Attached to the files of the change, as evidence for the decision.',
};

export default function AntivirusCheck() {
  const { change, model, proposal, version, findings, makerSource, makerSpoke, mayEdit, mayAsk } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = DONE[useSearchParams()[0].get('done') ?? ''];
  const edited = refused && !refused.attaching ? refused : null;
  const form = formValues(edited, proposalShown(proposal));
  return (
    <>
      <ChangeSubpage change={change} title="Anti-virus check" />
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <p className="max-w-4xl">
        {makerSpoke ? (
          <>
            Held against <Link to={`/devices/${model.id}/antivirus`}>what the maker says</Link> (
            {makerSource ?? 'source not recorded'}).
          </>
        ) : (
          <>
            Nobody recorded what the maker says, so that nothing can be called fine.{' '}
            <Link to={`/devices/${model.id}/antivirus`}>Record it</Link>
            {mayAsk ? (
              <>
                {' '}
                or{' '}
                <Link to={`/letters/new?kind=malware-protection-request&change=${change.id}`}>
                  ask the maker by letter
                </Link>
              </>
            ) : null}
            .
          </>
        )}
      </p>
      <WhyAntivirus />
      {findings ? <AntivirusFindings findings={findings} /> : <p className="quiet">No settings are proposed yet.</p>}
      {findings && mayEdit ? (
        <AttachCheck
          words={findingsInWords(findings)}
          option={`/changes/${change.id}/options`}
          errors={refused?.attaching ? refused.errors[''] : undefined}
        />
      ) : null}
      {mayEdit ? (
        <Panel title="Proposed settings">
          <ConflictPanel conflict={edited?.conflict} />
          <PostForm className="flex max-w-4xl flex-col gap-4">
            <FormErrors errors={form.summary} />
            <input type="hidden" name="version" value={form.version(version)} />
            <ProposalFields form={form} />
            <div>
              <Submit>{edited?.conflict ? 'Save mine over it' : 'Save and check'}</Submit>
            </div>
          </PostForm>
        </Panel>
      ) : null}
    </>
  );
}
