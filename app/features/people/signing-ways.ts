/** What a form that signs asks of the person who signs. Serialisable: loaders hand it to views. */

export interface SigningWays {
  /** The password is always one way. */
  password: true;
  /** An authenticator app is enrolled: its code goes with the password. */
  code: boolean;
  /** Passkeys are enrolled: what the browser asks one of them, and the handle under which its answer is awaited. */
  passkey: null | { handle: string; options: string };
}
