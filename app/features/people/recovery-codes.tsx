/** Recovery codes that were just made: the only time anybody sees them. */
import { Notice } from '~/ui/page';

export const RecoveryCodes = ({ codes }: { codes: string[] }) => (
  <Notice kind="success" title="Your recovery codes" live>
    <p>
      Each opens your account once, in place of a code or a passkey. They are shown only now: print them, or keep them
      with your passwords, and not on the telephone that they are for.
    </p>
    <ol className="my-3 grid list-decimal gap-x-8 gap-y-1 pl-6 sm:grid-cols-2">
      {codes.map((code) => (
        <li key={code}>
          <code className="select-all">{code}</code>
        </li>
      ))}
    </ol>
  </Notice>
);
