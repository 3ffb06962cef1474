import { Outlet, useLoaderData } from '@remix-run/react';
import { protectedLoader } from '~/guard/guard.server';
import { can, type Permission } from '~/guard/permissions';
import { ROLE_LABELS } from '~/guard/roles';
import { type NavItem, Shell } from '~/ui/shell';

const PAGES: (NavItem & { permission: Permission })[] = [
  { to: '/', label: 'Home', end: true, permission: 'account:self' },
  { to: '/changes', label: 'Changes', permission: 'change:read' },
  { to: '/devices', label: 'Devices', permission: 'device:read' },
  { to: '/letters', label: 'Letters', permission: 'document:read' },
  { to: '/suppliers', label: 'Suppliers', permission: 'supplier:read' },
  { to: '/library', label: 'Library', permission: 'library:read' },
  { to: '/record', label: 'Record', permission: 'audit:read' },
  { to: '/people', label: 'People', permission: 'people:manage' },
];

export const loader = protectedLoader('account:self', undefined, ({ actor }) => ({
  organisation: actor.organisation.name,
  isDemonstration: actor.organisation.isDemonstration,
  person: actor.name,
  role: ROLE_LABELS[actor.role],
  items: PAGES.filter((page) => can(actor, page.permission)).map(({ permission: _, ...item }) => item),
}));

/** The frame does not change from page to page, so it is not fetched again for each. */
export const shouldRevalidate = ({ formAction }: { formAction?: string }) => formAction !== undefined;

export default function AppLayout() {
  const shell = useLoaderData<typeof loader>();
  return (
    <Shell {...shell}>
      <Outlet />
    </Shell>
  );
}
