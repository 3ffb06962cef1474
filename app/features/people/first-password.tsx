/** A first password that was just made up: the only time anybody sees it. */
import { Notice } from '~/ui/page';

export const FirstPassword = ({ name, email, password }: { name: string; email: string; password: string }) => (
  <Notice kind="success" title={`First password for ${name}`} live>
    <p className="my-2">
      <code className="text-lg tracking-wide select-all">{password}</code>
    </p>
    <p>
      Give it to {name} by telephone or in person; the sign-in address is {email}. It is shown only now and has to be
      replaced at the first sign-in.
    </p>
  </Notice>
);
