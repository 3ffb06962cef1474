/** For which address passkeys are made. A passkey answers that address only: that is what makes it safe from look-alikes. */
import { isIP } from 'node:net';

export interface RelyingParty {
  /** The host's name, which a passkey is bound to. */
  id: string;
  /** Address of the pages that may ask it. */
  origin: string;
}

/**
 * ORIGIN when it is set, else the address of the request. Null where browsers offer no passkeys: at an address made of
 * numbers, and without https anywhere but on this machine itself.
 * @param cameBy address that the request came to, for example `https://changemark.example`
 */
export function relyingParty(cameBy: string | undefined): RelyingParty | null {
  const address = process.env.ORIGIN?.trim() || cameBy;
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname, origin } = new URL(address);
  const named = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  const safe = protocol === 'https:' || hostname === 'localhost';
  return named && safe ? { id: hostname, origin } : null;
}
