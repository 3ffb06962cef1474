import { parseWithZod } from '@conform-to/zod/v4';
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SignInForm, signIn } from '~/features/people/sign-in.server';
import { actorOf } from '~/guard/context.server';
import { deviceCookie, deviceOf } from '~/guard/device-cookie.server';
import { postedForm } from '~/guard/guard.server';
import { localPath } from '~/guard/local-path';
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';

export const meta: MetaFunction = () => [{ title: 'Sign in · Changemark' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  if (await actorOf(request, context)) throw redirect(next);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request);
  const submission = parseWithZod(form, { schema: SignInForm });
  const email = String(form.get('email') ?? '').slice(0, 320);
  if (submission.status !== 'success') {
    const errors = Object.values(submission.error ?? {}).flatMap((messages) => messages ?? []);
    return { email, errors };
  }
  const result = await signIn(submission.value, {
    address: context.address,
    userAgent: request.headers.get('User-Agent') ?? '',
    requestId: context.requestId,
    device: deviceOf(request),
  });
  if (!result.ok) return { email, errors: [result.message] };
  context.setCookie(result.sessionCookie);
  context.setCookie(deviceCookie(result.deviceValue));
  throw redirect(localPath(form.get('next')));
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 p-6">
      <div>
        <p className="text-2xl font-bold tracking-tight">Changemark</p>
        <p className="quiet mt-1">Why a security change to a medical device was, or was not, made.</p>
      </div>
      <div className="panel p-5">
        <h1 className="mb-3">Sign in</h1>
        <PostForm className="flex flex-col gap-3" replace>
          <FormErrors errors={refused?.errors} />
          <input type="hidden" name="next" value={next} />
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" value={refused?.email} />
          <TextField name="password" label="Password" type="password" autoComplete="current-password" />
          <Submit>Sign in</Submit>
        </PostForm>
      </div>
    </main>
  );
}
