import { type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { z } from 'zod';
import { getPack } from '~/features/evidence/get-pack.server';
import { PackPage } from '~/features/evidence/pack-page';
import { PACK_STATUS } from '~/features/evidence/pack-words';
import { rebuildPack } from '~/features/evidence/request-pack.server';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { can } from '~/guard/permissions';
import { StateBadge } from '~/ui/badge';
import { FormErrors } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { TimeText } from '~/ui/time';

const Params = z.object({ packId: z.uuid() });
const LOOK_AGAIN_SECONDS = 3;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Pack ${data?.pack.number ?? ''} · Evidence · Changemark` },
];

export const loader = protectedLoader('evidence:build', Params, async ({ actor, params }) => ({
  pack: notFoundUnless(await getPack(actor, params.packId)),
  mayBuild: can(actor, 'evidence:build'),
}));

export const action = protectedAction('evidence:build', Params, async ({ actor, params }) => {
  const asked = notFoundUnless(await rebuildPack(actor, params.packId));
  if (asked.ok) throw redirect(`/evidence/${asked.id}`, 303);
  return { errors: [asked.message] };
});

export default function Pack() {
  const { pack, mayBuild } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const waits = pack.status === 'queued' || pack.status === 'building';
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(revalidate, LOOK_AGAIN_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [waits, revalidate]);
  return (
    <>
      {waits ? (
        <noscript>
          <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />
        </noscript>
      ) : null}
      <PageHeader
        crumbs={[{ label: 'Evidence', to: '/evidence' }]}
        title={`Pack ${pack.number}: ${pack.title}`}
        state={<StateBadge state={PACK_STATUS[pack.status].look}>{PACK_STATUS[pack.status].label}</StateBadge>}
        sub={
          <>
            Cut at event {pack.cutSeq}, <TimeText value={pack.cutAt} />; asked for by {pack.requestedByName}.
          </>
        }
      />
      <FormErrors errors={refused?.errors ?? null} />
      <PackPage pack={pack} mayBuild={mayBuild} />
    </>
  );
}
