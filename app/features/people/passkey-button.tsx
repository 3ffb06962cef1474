/** Asks a passkey and sends the form it stands in with the answer. Shown only where the browser can do it. */

import { useNavigation } from '@remix-run/react';
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser';
import { useEffect, useRef, useState } from 'react';

export interface PasskeyQuestion {
  /** Under which the answer is awaited. */
  handle: string;
  options: PublicKeyCredentialRequestOptionsJSON;
}

const NOT_USED = 'The passkey was not used. Try again, or prove it another way.';

/** Whether the browser can ask passkeys; false until scripts run. */
export function usePasskeys(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => setCan(browserSupportsWebAuthn()), []);
  return can;
}

/**
 * `ask` fetches what the passkey is asked at the moment it is: nothing waits unanswered in a page that is read for long.
 * A form with one button, or none, is sent at once; where there are several, the person then chooses one.
 */
export function PasskeyButton({ ask, names, before }: Props) {
  const can = usePasskeys();
  const [said, setSaid] = useState('');
  const { state } = useNavigation();
  const answer = useRef<HTMLInputElement>(null);
  const challenge = useRef<HTMLInputElement>(null);

  // Whatever became of what was sent: an answer is good once.
  useEffect(() => {
    if (state !== 'idle') return;
    if (answer.current) answer.current.value = '';
    if (challenge.current) challenge.current.value = '';
    setSaid('');
  }, [state]);

  async function use(form: HTMLFormElement) {
    setSaid('Waiting for your passkey.');
    try {
      const { handle, options } = await ask(String(new FormData(form).get('csrf') ?? ''));
      const answered = await startAuthentication({ optionsJSON: options });
      if (answer.current) answer.current.value = JSON.stringify(answered);
      if (challenge.current) challenge.current.value = handle;
    } catch {
      return setSaid(NOT_USED);
    }
    const buttons = Array.from(form.elements).filter(
      (one): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.type === 'submit',
    );
    if (buttons.length < 2) return form.requestSubmit(buttons[0]);
    setSaid('Your passkey has answered. Now press the button of what you want to do.');
  }

  return (
    <div className={can ? 'flex flex-col items-start gap-2' : 'hidden'}>
      <input type="hidden" name={names.answer} ref={answer} />
      <input type="hidden" name={names.challenge} ref={challenge} />
      {before ? <p className="quiet">{before}</p> : null}
      <button
        type="button"
        className="btn btn-outline"
        onClick={({ currentTarget: { form } }) => {
          if (form) void use(form);
        }}
      >
        Use a passkey
      </button>
      <p role="status" className="quiet">
        {said}
      </p>
    </div>
  );
}

interface Props {
  ask: (csrf: string) => Promise<PasskeyQuestion>;
  /** Names of the two hidden fields. */
  names: { answer: string; challenge: string };
  /** Words above the button. */
  before?: string;
}
