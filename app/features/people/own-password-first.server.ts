/** Second factors come after a password that nobody else chose: whoever knows the first one could enrol their own. */
import { redirect } from '@remix-run/node';

/** Throws a redirect to the page on which the password is replaced. */
export function ownPasswordFirst({ mustChangePassword }: { mustChangePassword: boolean }): void {
  if (mustChangePassword) throw redirect('/account/password', 303);
}
