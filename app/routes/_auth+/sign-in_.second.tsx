import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { postedText } from '~/features/changes/posted';
import { SecondStepForm } from '~/features/people/second-step-form';
import { secondStep, signInSecond } from '~/features/people/sign-in-second.server';
import { actorOf } from '~/guard/context.server';
import { deviceCookie, deviceOf } from '~/guard/device-cookie.server';
import { postedForm } from '~/guard/guard.server';
import { localPath } from '~/guard/local-path';
import { noSecondStepCookie, secondStepOf } from '~/guard/second-step-cookie.server';
import { sessionCookieOf } from '~/guard/session.server';

export const meta: MetaFunction = () => [{ title: 'Sign in, second step · Changemark' }];

const fromTheStart = (next: string) => redirect(`/sign-in?${new URLSearchParams({ next, again: 'yes' })}`, 303);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  if (await actorOf(request, context)) throw redirect(next);
  const step = await secondStep(secondStepOf(request), origin);
  if (!step) throw fromTheStart(next);
  return { next, step };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request);
  const next = localPath(form.get('next'));
  const proof = {
    code: (postedText(form, 'code') || postedText(form, 'recovery')).slice(0, 100),
    passkey: postedText(form, 'passkey').slice(0, 20_000),
    origin: new URL(request.url).origin,
  };
  const result = await signInSecond(secondStepOf(request), proof, {
    address: context.address,
    userAgent: request.headers.get('User-Agent') ?? '',
    requestId: context.requestId,
    device: deviceOf(request),
    session: sessionCookieOf(request),
  });
  if (!result.ok) {
    if (result.over) throw fromTheStart(next);
    const later = result.waitSeconds > 0 ? { 'Retry-After': String(result.waitSeconds) } : undefined;
    return data({ errors: [result.message] }, { status: later ? 429 : 422, headers: later });
  }
  context.setCookie(noSecondStepCookie());
  context.setCookie(result.sessionCookie);
  context.setCookie(deviceCookie(result.deviceValue));
  throw redirect(next, 303);
}

export default function SignInSecond() {
  const { next, step } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 p-6">
      <p className="text-2xl font-bold tracking-tight">Changemark</p>
      <div className="panel p-5">
        <h1 className="mb-3">Prove that it is you</h1>
        <SecondStepForm step={step} next={next} errors={refused?.errors} />
      </div>
      <p>
        <Link to={`/sign-in?${new URLSearchParams({ next })}`}>Sign in as somebody else</Link>
      </p>
    </main>
  );
}
