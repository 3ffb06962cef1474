/** The fields with which somebody proves, at the act, to be who they are. Goes into any `PostForm` that signs. */
import { useEffect, useState } from 'react';
import { TextField } from '~/ui/field';
import { PasskeyButton, type PasskeyQuestion } from './passkey-button';
import type { SigningWays } from './signing-ways';

/** What the browser asks a passkey, bound to what is signed. */
async function askFor(binds: string, csrf: string): Promise<PasskeyQuestion> {
  const response = await fetch('/account/factors/challenge', {
    method: 'POST',
    body: new URLSearchParams({ csrf, binds }),
  });
  if (!response.ok) throw new Error(`The challenge was refused: ${response.status}`);
  return response.json();
}

/** Six digits by default; on a telephone a recovery code needs other keys. */
function CodeField({ errors, required }: { errors?: string[]; required: boolean }) {
  const [recovery, setRecovery] = useState(false);
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        <TextField
          name="proof_code"
          label={recovery ? 'Recovery code' : 'Code of your authenticator app'}
          help={recovery ? 'Each is good once.' : 'Six digits. A recovery code will do as well.'}
          autoComplete={recovery ? 'off' : 'one-time-code'}
          inputMode={recovery ? 'text' : 'numeric'}
          errors={errors}
          required={required}
        />
      </div>
      {scripts ? (
        <button type="button" className="btn btn-ghost btn-sm px-0" onClick={() => setRecovery(!recovery)}>
          {recovery ? 'Type a code of the app' : 'Type a recovery code'}
        </button>
      ) : null}
    </div>
  );
}

/** `errors` as `confirmIdentity` returns them. */
export function ProofFields({ ways, errors = {} }: { ways: SigningWays; errors?: Record<string, string[]> }) {
  const { code, passkey } = ways;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">Prove that it is you</legend>
      <TextField
        name="proof_password"
        type="password"
        label="Your password"
        autoComplete="current-password"
        errors={errors.proof_password}
        required={!passkey}
      />
      {code ? <CodeField errors={errors.proof_code} required={!passkey} /> : null}
      {passkey ? (
        <PasskeyButton
          before="Or, in place of what is above:"
          ask={(csrf) => askFor(passkey.binds, csrf)}
          names={{ answer: 'proof_passkey', challenge: 'proof_challenge' }}
        />
      ) : null}
      {errors.proof_passkey?.length ? (
        <p role="alert" className="font-medium text-error">
          {errors.proof_passkey.join(' ')}
        </p>
      ) : null}
    </fieldset>
  );
}
