import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { actorOf } from './guard/context.server';
import { csrfToken } from './guard/csrf.server';
import styles from './styles.css?url';
import { ErrorPage, sentenceFor } from './ui/error-page';
import { useNonce } from './ui/nonce';

export const links: LinksFunction = () => [
  {
    rel: 'preload',
    href: '/fonts/inter-latin-wght-normal.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = () => [{ title: 'Changemark' }];

/** Public: who is signed in, if anybody, and the token for this page's forms. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  return {
    csrf: csrfToken(request, context.setCookie),
    actor: actor && {
      name: actor.name,
      role: actor.role,
      organisation: actor.organisation.name,
      isDemonstration: actor.organisation.isDemonstration,
    },
  };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>('root');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const detail = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null;
  return <ErrorPage status={status} {...sentenceFor(status, detail)} signedIn={Boolean(root?.actor)} />;
}
