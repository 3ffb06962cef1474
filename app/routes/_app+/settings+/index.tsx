import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { protectedLoader } from '~/guard/guard.server';
import { can, type Permission } from '~/guard/permissions';
import { PageHeader, Panel } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Settings · Changemark' }];

const PAGES: { to: string; permission: Permission; title: string; what: string }[] = [
  {
    ...{ to: '/settings/letters', permission: 'letter:settings', title: 'Letter templates' },
    what: 'How each kind of letter is worded; every edit is a version.',
  },
  {
    ...{ to: '/settings/clocks', permission: 'letter:settings', title: 'Clocks and calendars' },
    what: 'Within how many days suppliers answer, and when they are reminded.',
  },
  {
    ...{ to: '/settings/sign-off', permission: 'change:read', title: 'Sign-off' },
    what: 'Which signatures changes need, and why; every edit is a version.',
  },
  {
    ...{ to: '/settings/delegations', permission: 'change:read', title: 'Delegations' },
    what: 'Who signs in whose place, and until when.',
  },
  {
    ...{ to: '/settings/exceptions', permission: 'change:read', title: 'Exceptions of a small site' },
    what: 'One person in two places of a route: signed by somebody else, and ending.',
  },
  {
    ...{ to: '/settings/training', permission: 'audit:read', title: 'Training' },
    what: 'Who has learnt what signing asks for, and who may not sign today.',
  },
  {
    ...{ to: '/settings/accountability', permission: 'account:self', title: 'What signers accept' },
    what: 'The text by which a signature here is meant to bind; every edit is a version.',
  },
  {
    ...{ to: '/settings/retention', permission: 'retention:manage', title: 'Retention' },
    what: 'How long records are kept, legal holds, and what may go.',
  },
  {
    ...{ to: '/settings/feeds', permission: 'feed:manage', title: 'Feeds' },
    what: 'How old advisories, KEV, EPSS and support dates are, and where they come from.',
  },
  {
    ...{ to: '/settings/mail', permission: 'mail:manage', title: 'Mail' },
    what: 'How e-mail leaves, what waits, and what needs a person.',
  },
  {
    ...{ to: '/settings/seal', permission: 'mail:manage', title: 'Seal' },
    what: 'The certificate with which letters are sealed.',
  },
];

export const loader = protectedLoader('account:self', undefined, ({ actor }) =>
  PAGES.filter(({ permission }) => can(actor, permission)).map(({ to, title, what }) => ({ to, title, what })),
);

export default function Settings() {
  const pages = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Settings" sub="What this organisation has set for everybody in it." />
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {pages.map(({ to, title, what }) => (
          <li key={to}>
            <Panel>
              <h2>
                <Link to={to}>{title}</Link>
              </h2>
              <p className="quiet">{what}</p>
            </Panel>
          </li>
        ))}
      </ul>
    </>
  );
}
