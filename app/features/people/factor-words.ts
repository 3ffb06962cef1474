/** Second factors in words. */

/** "An authenticator app and 2 passkeys." */
export function factorWords({ app, passkeys }: { app: boolean; passkeys: number }): string {
  const parts = [
    ...(app ? ['an authenticator app'] : []),
    ...(passkeys > 0 ? [passkeys === 1 ? 'a passkey' : `${passkeys} passkeys`] : []),
  ];
  const words = parts.join(' and ');
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : 'None.';
}
