import type { MetaFunction } from '@remix-run/node';
import { protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'My work · Changemark' }];

export const loader = protectedLoader('change:read', undefined, () => null);

export default function Home() {
  return <PageHeader title="My work" />;
}
