import { randomUUID } from 'node:crypto';
import { json, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { actOnLetter } from '~/features/letters/act-on-letter.server';
import { getLetter } from '~/features/letters/get-letter.server';
import { LetterPage } from '~/features/letters/letter-page';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ letterId: z.uuid() });
const Version = z.coerce.number().int().min(1).max(9999);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Letter ${data?.letter.reference ?? ''} · Changemark` },
];

export const loader = protectedLoader('document:read', Params, async ({ actor, params, url }) => {
  const version = Version.safeParse(url.searchParams.get('version') ?? undefined);
  const letter = notFoundUnless(await getLetter(actor, params.letterId, version.success ? version.data : null));
  return { letter, once: randomUUID() };
});

export const action = protectedAction('document:read', Params, async ({ actor, params, form }) => {
  const result = await actOnLetter({ actor, letterId: params.letterId, form });
  if (result.ok && 'redirect' in result) throw redirect(result.redirect, 303);
  return json(result, result.ok ? 200 : 422);
});

export default function Letter() {
  const { letter, once } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <LetterPage
      letter={letter}
      once={once}
      refused={result?.ok === false ? result : null}
      address={result?.ok && 'address' in result ? result.address : null}
    />
  );
}
