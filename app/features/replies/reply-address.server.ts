/** Where a supplier finds the reply page. */
import { tokenOf } from './link-token.server';

/** Where people reach this installation: ORIGIN, or this machine when none is set. Without a slash at the end. */
export const publicOrigin = (env: NodeJS.ProcessEnv = process.env): string =>
  env.ORIGIN?.trim().replace(/\/$/, '') || `http://127.0.0.1:${env.PORT?.trim() || 3000}`;

/** The full address behind a link, with its token. It opens the letter to whoever holds it: never log, never store it. */
export const replyAddress = (orgId: string, linkId: string): string =>
  `${publicOrigin()}/reply/${tokenOf(orgId, linkId)}`;
