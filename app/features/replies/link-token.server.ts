/** The token of a reply link. It is derived, never stored: the database holds its hash, the e-mail its address. */
import { createHash, createHmac } from 'node:crypto';
import { installationKey } from '../../guard/secret.server';

/** 256 bits in 43 characters, as base64url. */
export const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of a link; the same as long as the installation keeps its secret. */
export const tokenOf = (orgId: string, linkId: string): string =>
  createHmac('sha256', installationKey('reply link')).update(`${orgId}/${linkId}`).digest('base64url');

/** How a token is known in the database. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');
