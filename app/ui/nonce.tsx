import { createContext, useContext } from 'react';

const Nonce = createContext('');

/** Carries the content security policy's nonce to the few places that write a script tag. */
export const NonceProvider = Nonce.Provider;
export const useNonce = () => useContext(Nonce);
