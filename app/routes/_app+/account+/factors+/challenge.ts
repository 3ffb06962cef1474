import { postedText } from '~/features/changes/posted';
import { askPasskey } from '~/features/people/ask-passkey.server';
import { notFoundUnless, protectedAction } from '~/guard/guard.server';

/** For the script behind "Use a passkey": asked at the moment of use, so that no challenge waits in an open page. */
export const action = protectedAction('account:self', undefined, async ({ actor, form }) => {
  const asked = notFoundUnless(await askPasskey(actor, postedText(form, 'binds')));
  return Response.json(asked, { headers: { 'Cache-Control': 'no-store' } });
});
