import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { previewReminders, remindOf } from '~/features/letters/remind-letters.server';
import { RemindedPage, RemindPage } from '~/features/letters/remind-page';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

/** Ids as posted; whatever is none is left out. */
const idsOf = (values: readonly unknown[]): string[] => [
  ...new Set(values.flatMap((value) => z.uuid().safeParse(value).data ?? [])),
];

export const meta: MetaFunction = () => [{ title: 'Remind · Letters · Changemark' }];

export const loader = protectedLoader('document:draft', undefined, ({ actor, url }) =>
  previewReminders(actor, idsOf(url.searchParams.getAll('letter'))),
);

export const action = protectedAction('document:draft', undefined, ({ actor, form }) =>
  remindOf(actor, idsOf(form.getAll('letter'))),
);

export default function Remind() {
  const preview = useLoaderData<typeof loader>();
  const reminded = useActionData<typeof action>();
  return reminded ? <RemindedPage reminded={reminded} /> : <RemindPage preview={preview} />;
}
