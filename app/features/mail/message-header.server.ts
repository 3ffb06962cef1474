import { randomUUID } from 'node:crypto';
import type { MailSettings } from './mail-settings.server';

/** A Message-ID of its own, kept with the message: a second attempt is recognised as the same by whoever got the first. */
export const newMessageHeader = (settings: MailSettings | null): string =>
  `<${randomUUID()}@${settings?.from.address.split('@')[1] ?? 'changemark.invalid'}>`;
