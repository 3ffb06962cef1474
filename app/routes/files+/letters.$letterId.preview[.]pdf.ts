import { z } from 'zod';
import { previewLetter } from '~/features/letters/download-letter.server';
import { pdfAnswer } from '~/features/letters/pdf-answer.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

const Params = z.object({ letterId: z.uuid() });

/** Marked as a draft on every page, shown and not kept. */
export const loader = protectedLoader('document:read', Params, async ({ actor, params }) =>
  pdfAnswer(notFoundUnless(await previewLetter(actor, params.letterId)), 'inline'),
);
