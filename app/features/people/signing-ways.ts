/** What a form that signs asks of the person who signs. Serialisable: loaders hand it to views. */

export interface SigningWays {
  /** The password is always one way. */
  password: true;
  /** An authenticator app is in use: its code goes with the password. */
  code: boolean;
  /** Passkeys are there and work at this address: what the answer of one is bound to. */
  passkey: null | { binds: string };
}
