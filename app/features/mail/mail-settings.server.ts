/** What the environment says about mail: SMTP_URL and MAIL_FROM. Checked when a server or worker starts. */
import { z } from 'zod';
import { CannotStart } from '../../../db/cannot-start';

export interface MailSettings {
  host: string;
  port: number;
  /** Encrypted from the first byte (smtps). */
  secure: boolean;
  /** Encryption by STARTTLS is demanded, not only taken where offered. */
  requireTls: boolean;
  /** False: any certificate is taken (`?certificate=any`). */
  checkCertificate: boolean;
  auth: { user: string; pass: string } | null;
  from: { name: string; address: string };
}

const EXAMPLE = 'smtp://user:password@mail.example.org:587';
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** `Name <address>` or an address alone. */
function fromOf(given: string): MailSettings['from'] {
  const [, name = '', bracketed] = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>\s]+)>\s*$/.exec(given) ?? [];
  const address = z.email().safeParse(bracketed ?? given.trim());
  if (!address.success) {
    throw new CannotStart(`MAIL_FROM="${given}" is no address such as letters@hospital.example or Name <address>.`);
  }
  return { name: name.trim(), address: address.data };
}

/**
 * Reads SMTP_URL and MAIL_FROM; null when no SMTP_URL is set: then mail waits in the outbox. Off this machine the
 * connection is encrypted unless the URL says `?tls=optional` in so many words. Throws `CannotStart`, never with the
 * URL in the message: it holds a password.
 */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  const given = env.SMTP_URL?.trim();
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new CannotStart(`SMTP_URL is no address of a mail server such as ${EXAMPLE}`);
  }
  if (!env.MAIL_FROM?.trim()) {
    throw new CannotStart('SMTP_URL is set but MAIL_FROM is not: say from which address letters are sent.');
  }
  const secure = url.protocol === 'smtps:';
  const tls = url.searchParams.get('tls');
  if (tls !== null && tls !== 'optional') throw new CannotStart('SMTP_URL: "tls" can only be "optional".');
  const certificate = url.searchParams.get('certificate');
  if (certificate !== null && certificate !== 'any') {
    throw new CannotStart('SMTP_URL: "certificate" can only be "any".');
  }
  const decode = (text: string, what: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      throw new CannotStart(`SMTP_URL: the ${what} holds a "%" that does not begin an encoded character.`);
    }
  };
  const user = decode(url.username, 'user name');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTls: !secure && tls === null && !LOCAL.test(url.hostname),
    checkCertificate: certificate === null,
    auth: user ? { user, pass: decode(url.password, 'password') } : null,
    from: fromOf(env.MAIL_FROM),
  };
}

/** The settings of this process. */
export const mailSettings = (): MailSettings | null => readMailSettings(process.env);
