/** Who answers, typed by that person, and the button that sends. */
import { FormErrors, PostForm } from '../../ui/form';
import type { Errors } from './answer-fields';
import { ReplyArea, ReplyText } from './reply-field';
import { BigButton, H2 } from './reply-frame';

export function SenderForm(props: { organisation: string; errors?: Errors; values?: Record<string, string> }) {
  const { organisation, errors = {}, values = {} } = props;
  const field = (name: string) => ({ name, value: values[name], errors: errors[name] });
  return (
    <section aria-label="Who answers">
      <PostForm reloadDocument className="flex flex-col gap-4">
        <H2>Who answers</H2>
        <FormErrors errors={errors['']} />
        <ReplyText {...field('name')} label="Your name" required autoComplete="name" />
        <ReplyText {...field('role')} label="Your role" required autoComplete="organization-title" />
        <ReplyText {...field('email')} type="email" label="Your e-mail address" autoComplete="email" />
        <ReplyText {...field('their_reference')} label="Your reference" help="A case or ticket number on your side." />
        <ReplyText
          {...field('fallback')}
          label="Whom to call if a date passes"
          help="Name, role, telephone number or e-mail address."
        />
        <ReplyArea {...field('message')} label="Anything else" rows={4} />
        <p className="quiet">
          Your name and role are kept beside the answers, as typed. Once sent, the answer cannot be changed, and this
          link shows only the receipt.
        </p>
        <div>
          <BigButton>Send to {organisation}</BigButton>
        </div>
      </PostForm>
    </section>
  );
}
