import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { waitingCount } from '~/features/home/waiting-count.server';
import { protectedLoader } from '~/guard/guard.server';
import { can, type Permission } from '~/guard/permissions';
import { ROLE_LABELS } from '~/guard/roles';
import type { loader as rootLoader } from '~/root';
import { ErrorPage, ErrorPanel, sentenceFor } from '~/ui/error-page';
import { type NavItem, Shell } from '~/ui/shell';

const PAGES: (NavItem & { permission: Permission })[] = [
  { to: '/', label: 'Home', end: true, permission: 'change:read' },
  { to: '/changes', label: 'Changes', permission: 'change:read' },
  { to: '/devices', label: 'Devices', also: '/units', permission: 'device:read' },
  { to: '/advisories', label: 'Advisories', permission: 'advisory:read' },
  { to: '/fleet', label: 'Fleet', permission: 'fleet:read' },
  { to: '/letters', label: 'Letters', permission: 'document:read' },
  { to: '/suppliers', label: 'Suppliers', permission: 'supplier:read' },
  { to: '/library', label: 'Library', permission: 'library:read' },
  { to: '/evidence', label: 'Evidence', permission: 'evidence:build' },
  { to: '/record', label: 'Record', permission: 'audit:read' },
  { to: '/settings', label: 'Settings', permission: 'account:self' },
  { to: '/people', label: 'People', permission: 'people:manage' },
];

export const meta: MetaFunction = ({ error }) =>
  error ? [{ title: `${sentenceFor(statusOf(error), null).title} · Changemark` }] : [{ title: 'Changemark' }];

export const loader = protectedLoader('account:self', undefined, async ({ actor }) => ({
  waiting: await waitingCount(actor),
}));

/** The frame does not change from page to page, so it is not fetched again for each. */
export const shouldRevalidate = ({ formAction }: { formAction?: string }) => formAction !== undefined;

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

// From the root's loader and not one of its own: that one is there also when a page fails.
const useActor = () => useRouteLoaderData<typeof rootLoader>('root')?.actor ?? null;

/** "6", in red when something is overdue; nothing when nothing waits, or when a page of its own has failed. */
function useBadge(): NavItem['badge'] {
  const waiting = useRouteLoaderData<typeof loader>('routes/_app+/_layout')?.waiting;
  if (!waiting || waiting.count === 0) return null;
  const { count, overdue, more } = waiting;
  const text = `${count}${more ? '+' : ''}`;
  const words = `${more ? 'at least ' : ''}${count} ${count === 1 ? 'thing waits' : 'things wait'} for you${overdue > 0 ? `, ${overdue} overdue` : ''}`;
  return { text, words, urgent: overdue > 0 };
}

function Frame({ children }: { children: React.ReactNode }) {
  const actor = useActor();
  const badge = useBadge();
  if (!actor) return children;
  const { name, role, organisation, isDemonstration } = actor;
  const items = PAGES.filter((page) => can(actor, page.permission)).map(({ permission: _, ...item }) =>
    item.to === '/' ? { ...item, badge } : item,
  );
  const shell = { organisation, isDemonstration, person: name, role: ROLE_LABELS[role], items };
  return <Shell {...shell}>{children}</Shell>;
}

export default function AppLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** A page that fails keeps the frame: the way on is in sight. */
export function ErrorBoundary() {
  const error = useRouteError();
  const actor = useActor();
  const status = statusOf(error);
  const detail = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null;
  const words = { status, ...sentenceFor(status, detail) };
  return actor ? (
    <Frame>
      <ErrorPanel {...words} />
    </Frame>
  ) : (
    <ErrorPage {...words} signedIn={false} />
  );
}
