import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react';
import { H1, ReplyFrame } from '~/features/replies/reply-frame';

export const meta = () => [
  { title: 'Reply to a letter · Changemark' },
  { name: 'robots', content: 'noindex, nofollow' },
];

export default function ReplyLayout() {
  return <Outlet />;
}

const TITLES: Record<number, string> = {
  400: 'This could not be read',
  403: 'Please open the link again',
  404: 'There is no such page',
  409: 'The reply was sent already',
  410: 'This link has ended',
  413: 'That is too large',
  429: 'Too many requests',
  503: 'One moment, please',
};

/** What a supplier reads when something is refused: nothing here leads to a page for staff. */
export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const detail = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null;
  return (
    <ReplyFrame>
      <H1>{TITLES[status] ?? 'Something broke on our side'}</H1>
      <p>
        {detail ?? 'Nothing that was saved is lost. Open the link from the e-mail again, or try again in a moment.'}
      </p>
      {status === 403 || status === 404 ? null : (
        <p>
          <a href="/reply">Back to the letter</a>
        </p>
      )}
    </ReplyFrame>
  );
}
