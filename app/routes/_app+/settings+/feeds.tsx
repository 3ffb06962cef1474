import { parseWithZod } from '@conform-to/zod/v4';
import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsOf, keptOf, postedText } from '~/features/changes/posted';
import { formValues } from '~/features/form-values';
import { actOnFeeds, FeedsForm } from '~/features/imports/feeds/act-on-feeds.server';
import { feedSettings } from '~/features/imports/feeds/feed-settings.server';
import { FeedsPage } from '~/features/imports/feeds/feeds-page';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Feeds · Settings · Changemark' }];

export const loader = protectedLoader('feed:manage', undefined, ({ actor }) => feedSettings(actor));

export const action = protectedAction('feed:manage', undefined, async ({ actor, form }) => {
  const about = [postedText(form, 'act'), postedText(form, 'feed') || postedText(form, 'id')].filter(Boolean).join(' ');
  const refusal = (errors: Record<string, string[]>) =>
    data({ about, refused: { errors, kept: keptOf(form), conflict: null } }, { status: 422 });
  const typed = parseWithZod(form, { schema: FeedsForm });
  if (typed.status !== 'success') return refusal(errorsOf(typed));
  const done = notFoundUnless(await actOnFeeds(actor, typed.value));
  if (!done.ok) return refusal(done.errors);
  throw redirect('/settings/feeds', 303);
});

export default function Feeds() {
  const settings = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <FeedsPage settings={settings} about={posted?.about ?? ''} form={formValues(posted?.refused)} />;
}
