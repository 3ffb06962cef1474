import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppPanel, PasskeysPanel, RecoveryPanel } from '~/features/people/factors-panels';
import { getFactors } from '~/features/people/get-factors.server';
import { ownPasswordFirst } from '~/features/people/own-password-first.server';
import { protectedLoader } from '~/guard/guard.server';
import { Notice, PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Second factors · Your account · Changemark' }];

const DONE: Record<string, string> = {
  passkey: 'The passkey is added, and every other session of yours is ended.',
  app: 'The authenticator app is in use, and every other session of yours is ended.',
  removed: 'Removed, and every other session of yours is ended.',
};

export const loader = protectedLoader('account:self', undefined, async ({ actor, url, mustChangePassword }) => {
  ownPasswordFirst({ mustChangePassword });
  return {
    factors: await getFactors(actor),
    done: DONE[url.searchParams.get('done') ?? ''] ?? null,
  };
});

export default function Factors() {
  const { factors, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Your account', to: '/account' }]}
        title="Second factors"
        sub="What you have, besides the password that you know. With one in use, the password alone opens nothing."
      />
      {done ? (
        <Notice kind="success" live>
          {done}
        </Notice>
      ) : null}
      <PasskeysPanel factors={factors} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:items-start">
        <AppPanel factors={factors} />
        <RecoveryPanel factors={factors} />
      </div>
    </>
  );
}
