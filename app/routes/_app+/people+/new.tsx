import { parseWithZod } from '@conform-to/zod/v4';
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData } from '@remix-run/react';
import { errorsOf, keptOf } from '~/features/changes/posted';
import { createPerson } from '~/features/people/create-person.server';
import { FirstPassword } from '~/features/people/first-password';
import { PersonFields } from '~/features/people/person-fields';
import { NewPersonForm } from '~/features/people/person-form';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a person · Changemark' }];

export const loader = protectedLoader('people:manage', undefined, () => null);

export const action = protectedAction('people:manage', undefined, async ({ actor, form }) => {
  const submission = parseWithZod(form, { schema: NewPersonForm });
  const { password: _, ...kept } = keptOf(form);
  const refused = (errors: Record<string, string[]>) => data({ errors, kept, made: null }, { status: 422 });
  if (submission.status !== 'success') return refused(errorsOf(submission));
  const result = await createPerson(actor, submission.value);
  if (!result.ok) return refused(result.errors);
  if (!result.invented) throw redirect(`/people/${result.userId}?done=created`, 303);
  const { name, email } = submission.value;
  return data({ errors: {}, kept: {}, made: { userId: result.userId, name, email, password: result.invented } });
});

export default function NewPerson() {
  const answer = useActionData<typeof action>();
  const kept: Record<string, string[] | undefined> = answer?.kept ?? {};
  const errors: Record<string, string[] | undefined> = answer?.errors ?? {};
  const crumbs = [{ label: 'People', to: '/people' }];
  if (answer?.made) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={`${answer.made.name} is added`} />
        <FirstPassword {...answer.made} />
        <p className="flex gap-3">
          <Link to="/people" className="btn btn-primary btn-sm">
            Back to the list
          </Link>
          <Link to={`/people/${answer.made.userId}`} className="btn btn-outline btn-sm">
            See {answer.made.name}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeader crumbs={crumbs} title="Add a person" />
      <div className="max-w-2xl">
        <Panel>
          <PostForm className="mt-2 flex flex-col gap-4">
            <FormErrors errors={errors['']} />
            <PersonFields
              values={{
                name: kept.name?.[0],
                email: kept.email?.[0],
                jobTitle: kept.jobTitle?.[0],
                role: kept.role?.[0],
              }}
              errors={(field) => errors[field]}
            />
            <TextField
              name="password"
              type="password"
              label="First password"
              help="Leave empty to have one made up and shown once. Either way it has to be replaced at the first sign-in."
              autoComplete="new-password"
              errors={errors.password}
            />
            <div className="flex gap-2">
              <Submit>Add person</Submit>
              <Link to="/people" className="btn btn-ghost">
                Cancel
              </Link>
            </div>
          </PostForm>
        </Panel>
      </div>
    </>
  );
}
