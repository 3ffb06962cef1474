import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changePerson } from '~/features/people/change-person.server';
import { ConflictTable } from '~/features/people/conflict-table';
import { FirstPassword } from '~/features/people/first-password';
import { getPerson } from '~/features/people/get-person.server';
import { PersonState } from '~/features/people/people-table';
import { PersonActions } from '~/features/people/person-actions';
import { PersonFields } from '~/features/people/person-fields';
import { factorsOfPerson } from '~/features/people/reset-factors.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';
import { TimeText } from '~/ui/time';

const Params = z.object({ userId: z.uuid() });

const DONE: Record<string, string> = {
  created: 'Added. The first password has to be replaced at the first sign-in.',
  saved: 'Saved.',
  deactivated: 'Deactivated, and every session ended. What this person did stays in the record.',
  reactivated: 'Reactivated. The person may sign in again.',
  password: 'The first password is set, and every session ended.',
  factors: 'The second factors are taken away, and every session ended. The password alone opens the account now.',
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.person.name ?? 'Person'} · People · Changemark` },
];

export const loader = protectedLoader('people:manage', Params, async ({ actor, params, url }) => ({
  person: notFoundUnless(await getPerson(actor, params.userId)),
  factors: notFoundUnless(await factorsOfPerson(actor, params.userId)),
  isSelf: params.userId === actor.userId,
  done: DONE[url.searchParams.get('done') ?? ''] ?? null,
}));

export const action = protectedAction('people:manage', Params, async ({ actor, params, form }) => {
  const result = notFoundUnless(await changePerson(actor, params.userId, form));
  if (result.ok && !result.invented) throw redirect(`/people/${params.userId}?done=${result.done}`, 303);
  return data(result, { status: result.ok ? 200 : 422 });
});

export default function Person() {
  const { person, factors, isSelf, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const errors: Record<string, string[] | undefined> = refused?.errors ?? {};
  const kept: Record<string, string[] | undefined> | null = refused?.intent === 'save' ? refused.kept : null;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'People', to: '/people' }]}
        title={person.name}
        state={<PersonState person={person} />}
        sub={
          <>
            Added <TimeText value={person.createdAt} /> ·{' '}
            {person.lastSignIn ? (
              <>
                last signed in <TimeText value={person.lastSignIn} />
              </>
            ) : (
              'never signed in'
            )}{' '}
            · <Link to={`/record?person=${person.id}`}>what this person did</Link> ·{' '}
            <Link to={`/record?object=${person.id}`}>what was done to this account</Link>
          </>
        }
      />
      {done && !answer ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      {answer?.ok && answer.invented ? <FirstPassword {...person} password={answer.invented} /> : null}
      {refused?.conflict ? <ConflictTable {...refused.conflict} /> : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:items-start">
        <Panel title="Details">
          <PostForm className="mt-1 flex flex-col gap-4" key={`${person.version}`}>
            <FormErrors errors={refused?.intent === 'save' ? errors[''] : null} />
            <input type="hidden" name="version" value={refused?.conflict?.version ?? person.version} />
            <PersonFields
              values={
                kept
                  ? {
                      name: kept.name?.[0],
                      email: kept.email?.[0],
                      jobTitle: kept.jobTitle?.[0],
                      role: kept.role?.[0],
                    }
                  : person
              }
              errors={(field) => errors[field]}
            />
            <p className="quiet">A new role ends this person’s sessions; it holds from the next sign-in.</p>
            <div>
              <Submit name="intent" value="save">
                {refused?.conflict ? 'Save mine over it' : 'Save'}
              </Submit>
            </div>
          </PostForm>
        </Panel>
        <PersonActions
          person={person}
          factors={factors}
          isSelf={isSelf}
          errors={refused && refused.intent !== 'save' ? refused.errors : {}}
        />
      </div>
    </>
  );
}
