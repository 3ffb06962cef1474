import { z } from 'zod';
import { optionalText } from '../text-input';

/** Version of the change on which a form was based. */
export const version = z.coerce
  .number({ error: 'The form does not say on which version it is based. Reload the page.' })
  .int()
  .min(1)
  .max(2_000_000_000);

export const VersionForm = z.object({ version });

export const WithdrawForm = z.object({ version, reason: optionalText() });
