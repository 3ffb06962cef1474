import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getReviews } from '~/audit/reviews/get-reviews.server';
import { reviewTrail } from '~/audit/reviews/review-trail.server';
import { ReviewsPage } from '~/audit/reviews/reviews-page';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

export const meta: MetaFunction = () => [{ title: 'Reviews of the record · Changemark' }];

export const loader = protectedLoader('audit:read', undefined, ({ actor, url }) => {
  const before = url.searchParams.get('before') ?? '';
  return getReviews(actor, /^\d{1,9}$/.test(before) ? Number(before) : null);
});

export const action = protectedAction('audit:review', undefined, async ({ actor, form }) => {
  const result = await reviewTrail(actor, form);
  return data(result, { status: result.ok ? 200 : 422 });
});

export default function Reviews() {
  return <ReviewsPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
