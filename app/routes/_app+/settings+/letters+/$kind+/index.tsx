import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formValues } from '~/features/form-values';
import { LETTER_KIND_WORDS } from '~/features/letters/letter-kinds';
import { actOnTemplate } from '~/features/letters/templates/act-on-template.server';
import { TemplatePage } from '~/features/letters/templates/template-page';
import { templateView } from '~/features/letters/templates/template-page.server';
import { TemplateParams, versionWish } from '~/features/letters/templates/template-params';
import { notFoundUnless, protectedAction, protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view ? LETTER_KIND_WORDS[view.kind].label : 'A template'} · Letter templates · Changemark` },
];

export const loader = protectedLoader('letter:settings', TemplateParams, ({ actor, params, url }) =>
  templateView(actor, params.kind, versionWish(url.searchParams)),
);

export const action = protectedAction('letter:settings', TemplateParams, async ({ actor, params, form }) => {
  const answer = notFoundUnless(await actOnTemplate(actor, params.kind, form));
  if (answer.done) throw redirect(`/settings/letters/${params.kind}`, 303);
  return data(answer, { status: answer.preview ? 200 : 422 });
});

export default function Template() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = formValues(answer, { ...view.texts, note: '' });
  // A preview is no refusal: nothing needs another look.
  const shown = answer?.preview ? { ...form, summary: null } : form;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Letter templates', to: '/settings/letters' },
        ]}
        title={LETTER_KIND_WORDS[view.kind].label}
        sub={LETTER_KIND_WORDS[view.kind].when}
      />
      <TemplatePage view={view} form={shown} conflict={answer?.conflict} preview={answer?.preview ?? null} />
    </>
  );
}
