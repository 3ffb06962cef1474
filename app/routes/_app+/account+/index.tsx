import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { DigestPanel } from '~/features/digests/digest-panel';
import { getDigest, setDigest } from '~/features/people/digest-setting.server';
import { factorWords } from '~/features/people/factor-words';
import { getFactors } from '~/features/people/get-factors.server';
import { endOtherSessions, endSession, listSessions } from '~/features/people/sessions.server';
import { SessionsTable } from '~/features/people/sessions-table';
import { acceptText } from '~/features/training/accept-text.server';
import { ownPen } from '~/features/training/own-pen.server';
import { PenPanel } from '~/features/training/pen-panel';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { ROLE_LABELS, ROLE_PERMISSIONS } from '~/guard/role-words';
import { PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Your account · Changemark' }];

const DONE: Record<string, string> = {
  ended: 'The session is ended. Whoever used it has to sign in again.',
  gone: 'That session had already ended.',
  others: 'All other sessions are ended.',
  accepted: 'Accepted, and recorded.',
  digest: 'Saved how often you are sent what waits for you.',
  password: 'Your password is changed, and every other session is ended.',
};

export const loader = protectedLoader('account:self', undefined, async ({ actor, request, url }) => ({
  person: {
    name: actor.name,
    email: actor.email,
    jobTitle: actor.jobTitle,
    role: ROLE_LABELS[actor.role],
    may: ROLE_PERMISSIONS[actor.role],
    organisation: actor.organisation.name,
  },
  factors: await getFactors(actor),
  digest: await getDigest(actor),
  pen: await ownPen(actor),
  sessions: await listSessions(actor, request),
  done: DONE[url.searchParams.get('done') ?? ''] ?? null,
}));

export const action = protectedAction('account:self', undefined, async ({ actor, form, request }) => {
  if (form.get('intent') === 'end-others') {
    await endOtherSessions(actor, request);
    throw redirect('/account?done=others', 303);
  }
  if (form.get('intent') === 'accept') {
    const accepted = await acceptText(actor, form);
    if (!accepted.ok) return data(accepted.errors, { status: 422 });
    throw redirect('/account?done=accepted', 303);
  }
  if (form.get('intent') === 'digest') {
    const saved = await setDigest(actor, String(form.get('digest') ?? ''));
    if (!saved.ok) return data(saved.errors, { status: 422 });
    throw redirect('/account?done=digest', 303);
  }
  const ended = await endSession(actor, String(form.get('session') ?? ''));
  throw redirect(`/account?done=${ended ? 'ended' : 'gone'}`, 303);
});

export default function Account() {
  const { person, digest, factors, pen, sessions, done } = useLoaderData<typeof loader>();
  const refusals: Record<string, string[]> = useActionData<typeof action>() ?? {};
  const rows = [
    ['Name', person.name],
    ['E-mail address', person.email],
    ['Job title', person.jobTitle || 'not recorded'],
    ['Role', person.role],
    ['Organisation', person.organisation],
  ];
  return (
    <>
      <PageHeader
        title="Your account"
        sub={`${person.name} · ${person.role}`}
        actions={
          <Link to="/account/password" className="btn btn-primary btn-sm">
            Change password
          </Link>
        }
      />
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,2.2fr)_minmax(0,1fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          {pen ? <PenPanel own={pen} errors={refusals} /> : null}
          <Panel
            title="Where you are signed in"
            flush
            aside={
              sessions.length > 1 ? (
                <PostForm>
                  <Submit name="intent" value="end-others" look="danger" small>
                    End all others
                  </Submit>
                </PostForm>
              ) : null
            }
          >
            <p className="quiet px-4 pb-2">
              A session ends after twelve hours without use, and after a week in any case. Do you not recognise one? End
              it and change your password.
            </p>
            <SessionsTable sessions={sessions} />
          </Panel>
        </div>
        <div className="flex flex-col gap-4">
          <Panel title="Second factors">
            <p>{factorWords({ app: factors.appSince !== null, passkeys: factors.passkeys.length })}</p>
            <p className="quiet mt-1 mb-3">
              {factors.appSince || factors.passkeys.length > 0
                ? 'The password alone does not open your account.'
                : 'The password alone opens your account, and is all that a signature of yours rests on.'}
            </p>
            <Link to="/account/factors" className="btn btn-outline btn-sm">
              Manage second factors
            </Link>
          </Panel>
          <DigestPanel {...digest} email={person.email} errors={refusals.digest} />
          <Panel title="Your details">
            <dl className="flex flex-col gap-2">
              {rows.map(([label, value]) => (
                <div key={label}>
                  <dt className="quiet">{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
              <div>
                <dt className="quiet">In this role you may</dt>
                <dd>
                  <ul className="list-disc pl-5">
                    {person.may.map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            </dl>
            <p className="quiet mt-3">An administrator of your organisation changes these.</p>
          </Panel>
        </div>
      </div>
    </>
  );
}
