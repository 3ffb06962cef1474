/** The second page of signing in: a passkey, a code, or a recovery code. Codes work without scripts. */
import { TextField } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Notice } from '~/ui/page';
import { PasskeyButton } from './passkey-button';
import type { SecondStep } from './sign-in-second.server';

const Recovery = ({ label }: { label: string }) => (
  <TextField
    name="recovery"
    label={label}
    help="Each is good once. Capitals and hyphens do not matter."
    autoComplete="off"
  />
);

export function SecondStepForm({ step, next, errors }: { step: SecondStep; next: string; errors?: string[] }) {
  const { code, passkey, passkeyElsewhere } = step;
  return (
    <div className="flex flex-col gap-4">
      <FormErrors errors={errors} />
      {passkeyElsewhere ? (
        <Notice kind="info">Your passkey is for another address of Changemark than this one.</Notice>
      ) : null}
      {passkey ? (
        <PostForm replace>
          <input type="hidden" name="next" value={next} />
          <PasskeyButton
            ask={() => Promise.resolve({ handle: '', options: JSON.parse(passkey) })}
            names={{ answer: 'passkey', challenge: 'handle' }}
          />
          <noscript>
            <p className="quiet">A passkey needs JavaScript in your browser.</p>
          </noscript>
        </PostForm>
      ) : null}
      <PostForm className="flex flex-col gap-3" replace>
        <input type="hidden" name="next" value={next} />
        {code ? (
          <>
            <TextField
              name="code"
              label="Code of your authenticator app"
              help="Six digits; they change every 30 seconds."
              autoComplete="one-time-code"
              inputMode="numeric"
            />
            <details>
              <summary className="cursor-pointer py-1">Lost your telephone?</summary>
              <div className="pt-2">
                <Recovery label="Recovery code" />
              </div>
            </details>
          </>
        ) : (
          <Recovery label="Or a recovery code" />
        )}
        <p className="quiet">Nothing of this at hand? An administrator can take your second factors away.</p>
        <Submit>Go on</Submit>
      </PostForm>
    </div>
  );
}
