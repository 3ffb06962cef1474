import { redirect } from '@remix-run/node';
import { signOut } from '~/features/people/sign-out.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

export const loader = protectedLoader('account:self', undefined, () => {
  throw redirect('/');
});

export const action = protectedAction('account:self', undefined, async ({ actor, request }) => {
  const cleared = await signOut(actor, request);
  throw redirect('/sign-in', cleared ? { headers: { 'Set-Cookie': cleared } } : undefined);
});
