import { keptOf } from '~/features/changes/posted';
import { pdfAnswer } from '~/features/letters/pdf-answer.server';
import { isSampleName, printTemplate } from '~/features/letters/templates/preview-template.server';
import { readTexts } from '~/features/letters/templates/save-template.server';
import { templateView } from '~/features/letters/templates/template-page.server';
import { TemplateParams } from '~/features/letters/templates/template-params';
import { protectedAction, protectedLoader } from '~/guard/guard.server';

const sampleOf = (url: URL) => {
  const name = url.searchParams.get('sample');
  return isSampleName(name) ? name : 'ordinary';
};

/** The template in force, on a sample. */
export const loader = protectedLoader('letter:settings', TemplateParams, async ({ actor, params, url }) => {
  const { texts } = await templateView(actor, params.kind, null);
  return pdfAnswer(await printTemplate(params.kind, texts, sampleOf(url)), 'inline');
});

/** What was typed, on a sample; nothing is saved. */
export const action = protectedAction('letter:settings', TemplateParams, async ({ params, form, url }) => {
  const { texts, errors } = readTexts(params.kind, keptOf(form));
  const [refusal] = Object.values(errors).flat();
  if (refusal) return new Response(refusal, { status: 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  return pdfAnswer(await printTemplate(params.kind, texts, sampleOf(url)), 'inline');
});
