import { parseWithZod } from '@conform-to/zod/v4';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SignInForm, signIn } from '~/features/people/sign-in.server';
import { actorOf } from '~/guard/context.server';
import { deviceCookie, deviceOf } from '~/guard/device-cookie.server';
import { postedForm } from '~/guard/guard.server';
import { localPath } from '~/guard/local-path';
import { secondStepCookie } from '~/guard/second-step-cookie.server';
import { sessionCookieOf } from '~/guard/session.server';
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Sign in · Changemark' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  if (await actorOf(request, context)) throw redirect(next);
  return { next, ended: searchParams.has('ended'), again: searchParams.has('again') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request);
  const submission = parseWithZod(form, { schema: SignInForm });
  const typed = form.get('email');
  const email = typeof typed === 'string' ? typed.slice(0, 320) : '';
  if (submission.status !== 'success') {
    const errors = Object.values(submission.error ?? {}).flatMap((messages) => messages ?? []);
    return data({ email, errors }, { status: 422 });
  }
  const result = await signIn(submission.value, {
    address: context.address,
    userAgent: request.headers.get('User-Agent') ?? '',
    requestId: context.requestId,
    device: deviceOf(request),
    session: sessionCookieOf(request),
  });
  const next = localPath(form.get('next'));
  if (!result.ok && result.second !== null) {
    context.setCookie(secondStepCookie(result.second));
    throw redirect(`/sign-in/second?${new URLSearchParams({ next })}`, 303);
  }
  if (!result.ok) {
    const later = result.waitSeconds > 0 ? { 'Retry-After': String(result.waitSeconds) } : undefined;
    return data({ email, errors: [result.message] }, { status: later ? 429 : 422, headers: later });
  }
  context.setCookie(result.sessionCookie);
  context.setCookie(deviceCookie(result.deviceValue));
  throw redirect(next, 303);
}

export default function SignIn() {
  const { next, ended, again } = useLoaderData<typeof loader>();
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
          {ended && !refused ? (
            <Notice kind="warning" title="Your session had ended">
              What you sent last was not saved. Sign in, go back to it and send it again.
            </Notice>
          ) : null}
          {again && !refused ? (
            <Notice kind="warning" title="Sign in again from the start">
              The second step took too long, was begun elsewhere, or the passkey was not accepted.
            </Notice>
          ) : null}
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
