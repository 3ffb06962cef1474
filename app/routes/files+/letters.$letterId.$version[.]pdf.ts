import { z } from 'zod';
import {
  downloadLetter,
  issuedDigest,
  previewLetter,
  printAnswerForm,
} from '~/features/letters/download-letter.server';
import { pdfAnswer, sameAsKnown } from '~/features/letters/pdf-answer.server';
import { notFoundUnless, protectedLoader } from '~/guard/guard.server';

/** A number; `preview`: the version in preparation, marked as a draft; `answer-form`: its questions, to be filled in. */
const Params = z.object({
  letterId: z.uuid(),
  version: z.string().regex(/^([1-9]\d{0,3}|preview|answer-form)$/),
});

export const loader = protectedLoader('document:read', Params, async ({ actor, params, request }) => {
  const { letterId, version } = params;
  if (version === 'preview') return pdfAnswer(notFoundUnless(await previewLetter(actor, letterId)), 'inline');
  if (version === 'answer-form') return pdfAnswer(notFoundUnless(await printAnswerForm(actor, letterId)));
  const number = Number(version);
  const known = await sameAsKnown(request, () => issuedDigest(actor, letterId, number));
  return known ?? pdfAnswer(notFoundUnless(await downloadLetter(actor, letterId, number)));
});
