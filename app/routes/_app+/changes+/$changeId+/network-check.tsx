import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { ChangeSubpage } from '~/features/changes/change-subpage';
import { ChangeParams } from '~/features/changes/params';
import { ConflictPanel } from '~/features/conflict-panel';
import { formValues } from '~/features/form-values';
import { AttachCheck } from '~/features/placement/attach-check';
import { summaryInWords } from '~/features/placement/check-words';
import { attachNetworkCheck, getNetworkCheck } from '~/features/placement/get-network-check.server';
import { NetworkResult } from '~/features/placement/network-result';
import { NetworkSettingsForm, saveNetworkSettings } from '~/features/placement/network-settings.server';
import { saveForm } from '~/features/save-form.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { Radios, TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Empty, Notice, Panel } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Firewall check · ${data?.change.reference ?? 'a change'} · Changemark` },
];

export const loader = protectedLoader('change:read', ChangeParams, async ({ actor, params }) =>
  notFoundUnless(await getNetworkCheck(actor, params.changeId)),
);

export const action = protectedAction('change:answer', ChangeParams, async ({ actor, params, form }) => {
  const attaching = form.get('intent') === 'attach';
  const answer = attaching
    ? await saveForm(form, z.object({}), () => attachNetworkCheck(actor, params.changeId))
    : await saveForm(form, NetworkSettingsForm, (input) => saveNetworkSettings(actor, params.changeId, input));
  if (answer.ok) {
    throw redirect(`/changes/${params.changeId}/network-check?done=${attaching ? 'attached' : 'saved'}`, 303);
  }
  return data({ ...answer, attaching }, { status: 422 });
});

const DONE: Record<string, string> = {
  saved: 'Saved, and checked again.',
  attached: 'Attached to the files of the change, as evidence for the decision.',
};

export default function NetworkCheck() {
  const { change, model, declared, settings, result, mayEdit, mayAsk } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = DONE[useSearchParams()[0].get('done') ?? ''];
  const edited = refused && !refused.attaching ? refused : null;
  const form = formValues(edited, { rules: settings.rules, otherwise: settings.otherwise });
  return (
    <>
      <ChangeSubpage change={change} title="Firewall check" />
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      {declared === 0 ? (
        <Empty title={`Nothing can be said: no communication matrix is declared for ${model.name}.`}>
          Which connections a rule breaks is known only once it is known which there are.{' '}
          <Link to={`/devices/${model.id}/network`}>Declare them</Link>
          {mayAsk ? (
            <>
              {' '}
              or{' '}
              <Link to={`/letters/new?kind=network-compatibility-request&change=${change.id}`}>
                ask the maker by letter
              </Link>
            </>
          ) : null}
          .
        </Empty>
      ) : null}
      {result ? <NetworkResult result={result} otherwise={settings.otherwise} modelId={model.id} /> : null}
      {result && mayEdit ? (
        <AttachCheck
          words={summaryInWords(result)}
          option={`/changes/${change.id}/options`}
          errors={refused?.attaching ? refused.errors[''] : undefined}
        />
      ) : null}
      {mayEdit ? (
        <Panel title="Proposed rules">
          <ConflictPanel conflict={edited?.conflict} />
          <PostForm className="flex max-w-4xl flex-col gap-4">
            <FormErrors errors={form.summary} />
            <input type="hidden" name="version" value={form.version(settings.version)} />
            <TextArea
              name="rules"
              rows={10}
              label="Rules, one a line, the first that matches decides"
              required
              help="allow or deny; out or in, seen from the device; tcp, udp, icmp or any; ports; peer as a network, a name or any; a note. Apart by semicolons, tabs or commas: allow; out; tcp; 104; 10.20.0.0/16; images to the archive"
              value={form.value('rules')}
              errors={form.errors('rules')}
            />
            <Radios
              name="otherwise"
              label="What happens to what no rule names?"
              value={form.value('otherwise')}
              errors={form.errors('otherwise')}
              inline
              choices={[
                { value: 'deny', label: 'It is denied' },
                { value: 'allow', label: 'It is allowed' },
                { value: '', label: 'Not said' },
              ]}
            />
            <div>
              <Submit>{edited?.conflict ? 'Save mine over it' : 'Save and check'}</Submit>
            </div>
          </PostForm>
        </Panel>
      ) : settings.rules ? (
        <Panel title="Proposed rules">
          <pre className="overflow-x-auto whitespace-pre-wrap">{settings.rules}</pre>
        </Panel>
      ) : (
        <p className="quiet">No rules are proposed.</p>
      )}
    </>
  );
}
