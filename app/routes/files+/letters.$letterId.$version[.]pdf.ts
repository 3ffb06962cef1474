import { z } from 'zod';
import { downloadLetter, issuedDigest } from '~/features/letters/download-letter.server';
import { pdfAnswer, sameAsKnown } from '~/features/letters/pdf-answer.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({
  letterId: z.uuid(),
  version: z.string().regex(/^[1-9]\d{0,3}$/),
});

export const loader = protectedLoader('document:read', Params, async ({ actor, params, request }) => {
  const number = Number(params.version);
  const known = await sameAsKnown(request, () => issuedDigest(actor, params.letterId, number));
  return known ?? pdfAnswer(notFoundUnless(await downloadLetter(actor, params.letterId, number)));
});
