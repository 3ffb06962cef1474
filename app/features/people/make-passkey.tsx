/** Lets the browser make a passkey and sends what it made. */
import { startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { useRef, useState } from 'react';
import { PostForm } from '~/ui/form';
import type { PasskeyToMake } from './enrol-passkey.server';
import { usePasskeys } from './passkey-button';

const words = (error: unknown) =>
  error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    ? 'This device has a passkey of yours already.'
    : 'No passkey was made. Try again, or begin anew when it keeps failing.';

export function MakePasskey({ make: { name, handle, options } }: { make: PasskeyToMake }) {
  const can = usePasskeys();
  const [said, setSaid] = useState('');
  const answer = useRef<HTMLInputElement>(null);

  async function begin(form: HTMLFormElement | null) {
    setSaid('Waiting for your device.');
    try {
      const made = await startRegistration({ optionsJSON: JSON.parse(options) });
      if (answer.current) answer.current.value = JSON.stringify(made);
      setSaid('');
      form?.requestSubmit();
    } catch (error) {
      setSaid(words(error));
    }
  }

  return (
    <PostForm className="mt-2 flex flex-col items-start gap-3" replace>
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="handle" value={handle} />
      <input type="hidden" name="answer" ref={answer} />
      <p>
        Now your browser asks where to keep “{name}”, and for your finger, face or PIN. Nothing of that leaves the
        device.
      </p>
      {can ? (
        <button
          type="button"
          className="btn btn-primary"
          onClick={({ currentTarget }) => void begin(currentTarget.form)}
        >
          Make the passkey
        </button>
      ) : (
        <p>This browser offers no passkeys.</p>
      )}
      <p role="status" className="quiet">
        {said}
      </p>
    </PostForm>
  );
}
