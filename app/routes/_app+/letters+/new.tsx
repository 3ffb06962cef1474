import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formValues } from '~/features/form-values';
import { LETTER_KIND_WORDS } from '~/features/letters/letter-kinds';
import { NewLetterForm, newLetter } from '~/features/letters/new-letter.server';
import { newLetterChoices } from '~/features/letters/new-letter-choices.server';
import { ContentStep, FollowStep, KindStep, MakerStep } from '~/features/letters/new-letter-page';
import { saveForm } from '~/features/save-form.server';
import { protectedAction, protectedLoader } from '~/guard/guard.server';
import { PageHeader } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'New letter · Letters · Changemark' }];

export const loader = protectedLoader('document:draft', undefined, async ({ actor, url }) => ({
  choices: await newLetterChoices(actor, url.searchParams),
  // What the address names besides the kind stays in it through the steps.
  kept: ['change', 'model', 'supplier']
    .flatMap((name) => {
      const value = url.searchParams.get(name);
      return value ? [`&${name}=${encodeURIComponent(value)}`] : [];
    })
    .join(''),
}));

export const action = protectedAction('document:draft', undefined, async ({ actor, form }) => {
  const answer = await saveForm(form, NewLetterForm, (input) => newLetter(actor, input));
  if (answer.ok) throw redirect(`/letters/${answer.id}`, 303);
  return data(answer, { status: 422 });
});

export default function NewLetter() {
  const { choices, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = formValues(refused, { ...choices.maker?.ticked });
  const { kind, followable, maker } = choices;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Letters', to: '/letters' },
          ...(kind ? [{ label: 'New', to: `/letters/new${kept.replace('&', '?')}` }] : []),
        ]}
        title={kind ? LETTER_KIND_WORDS[kind].label : 'New letter'}
        sub={kind ? LETTER_KIND_WORDS[kind].when : 'It begins as a draft; somebody else approves it before it is sent.'}
      />
      {!kind ? <KindStep search={kept} /> : null}
      {kind && followable ? <FollowStep choices={choices} form={form} /> : null}
      {kind && !followable && !maker ? <MakerStep choices={choices} /> : null}
      {kind && maker ? <ContentStep choices={choices} form={form} /> : null}
    </>
  );
}
