import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { saveForm } from '~/features/save-form.server';
import { WHY_A_TEXT } from '~/features/training/accountability';
import { getAccountability } from '~/features/training/get-accountability.server';
import { AcceptedText } from '~/features/training/pen-panel';
import { setText } from '~/features/training/set-text.server';
import { TextForm } from '~/features/training/text-form';
import { TextVersions } from '~/features/training/text-versions';
import { SetTextForm } from '~/features/training/training-form';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'What signers accept · Settings · Changemark' }];

const Version = z.coerce.number().int().min(0).max(1_000_000).nullable().catch(null);

export const loader = protectedLoader('account:self', undefined, async ({ actor, url }) => ({
  of: await getAccountability(actor, Version.parse(url.searchParams.get('version'))),
  done: url.searchParams.get('done') === 'set',
}));

export const action = protectedAction('training:manage', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, SetTextForm, (input) => setText(actor, input));
  if (answer.ok) throw redirect('/settings/accountability?done=set', 303);
  return data(answer, { status: 422 });
});

export default function Accountability() {
  const { of, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const old = of.shown.number !== of.current.number;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="What signers accept"
        sub={`${of.accepted.signers} of ${of.accepted.of} people who sign have accepted text ${of.current.number}. Everybody accepts it on their account page.`}
      />
      {done && !refused ? (
        <Notice kind="success" live>
          Set. Everybody who signs is asked again.
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start">
        <Panel title={`Text ${of.shown.number}`}>
          {old ? (
            <Notice kind="info">
              <p>
                This is no longer asked for. <Link to="/settings/accountability">Show the present text</Link>
              </p>
            </Notice>
          ) : null}
          <AcceptedText text={of.shown.text} />
          <p className="quiet text-[0.93em]">{WHY_A_TEXT}</p>
          <p className="quiet mt-2 text-[0.93em]">
            SHA-256 <code className="font-mono break-all">{of.shown.sha256}</code>
          </p>
        </Panel>
        <TextVersions of={of} />
      </div>
      {of.maySet ? <TextForm of={of} refused={refused} /> : null}
    </>
  );
}
