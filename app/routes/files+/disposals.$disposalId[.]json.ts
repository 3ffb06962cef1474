import { z } from 'zod';
import { attachment } from '~/features/files/attachment.server';
import { disposalCertificate } from '~/features/retention/disposals.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ disposalId: z.uuid() });

export const loader = protectedLoader('retention:manage', Params, async ({ actor, params }) => {
  const certificate = notFoundUnless(await disposalCertificate(actor, params.disposalId));
  const text = `${JSON.stringify(certificate, null, 2)}\n`;
  return attachment(Buffer.from(text), `disposal-${certificate.number}.json`, 'application/json');
});
