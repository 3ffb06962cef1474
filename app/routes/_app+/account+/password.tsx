import { parseWithZod } from '@conform-to/zod/v4';
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangePasswordForm, changePassword } from '~/features/people/change-password.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { PASSWORD_MIN } from '~/guard/password.server';
import { TextField } from '~/ui/field';
import { PostForm, Submit } from '~/ui/form';
import { Notice, PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Change password · Changemark' }];

export const loader = protectedLoader('account:self', undefined, ({ actor, mustChangePassword }) => ({
  ...{ email: actor.email, least: PASSWORD_MIN, mustChangePassword },
}));

/** Passwords are never sent back, so a refused form comes back empty with its refusals by field. */
export const action = protectedAction('account:self', undefined, async ({ actor, form, request }) => {
  const submission = parseWithZod(form, { schema: ChangePasswordForm });
  if (submission.status !== 'success') return data(submission.error ?? {}, { status: 422 });
  const result = await changePassword(actor, submission.value, request.headers.get('User-Agent') ?? '');
  if (!result.ok) return data({ [result.field]: [result.message] }, { status: 422 });
  throw redirect('/account?done=password', { status: 303, headers: { 'Set-Cookie': result.sessionCookie } });
});

export default function Password() {
  const { email, least, mustChangePassword } = useLoaderData<typeof loader>();
  const refusals: Record<string, string[] | null> = useActionData<typeof action>() ?? {};
  const errors = (field: string) => refusals[field] ?? undefined;
  return (
    <>
      <PageHeader crumbs={[{ label: 'Your account', to: '/account' }]} title="Change password" />
      {mustChangePassword ? (
        <Notice kind="warning" title="Choose a password of your own first">
          The one you signed in with was chosen by an administrator. Replace it, and everything else opens.
        </Notice>
      ) : null}
      <div className="max-w-xl">
        <Panel>
          <PostForm className="mt-2 flex flex-col gap-3" replace>
            {/* Lets password managers know whose password this is. */}
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <TextField
              name="current"
              type="password"
              label="Present password"
              autoComplete="current-password"
              errors={errors('current')}
              required
            />
            <TextField
              name="password"
              type="password"
              label="New password"
              help={`At least ${least} characters. Length counts, not signs: four unrelated words are good.`}
              autoComplete="new-password"
              errors={errors('password')}
              required
            />
            <TextField
              name="again"
              type="password"
              label="New password, again"
              autoComplete="new-password"
              errors={errors('again')}
              required
            />
            <p className="quiet">Every other session of yours ends when the password changes.</p>
            <div>
              <Submit>Change password</Submit>
            </div>
          </PostForm>
        </Panel>
      </div>
    </>
  );
}
