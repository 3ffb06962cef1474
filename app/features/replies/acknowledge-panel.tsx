/** "We have it": for whoever opens the letter and is not the one to answer it. */
import { FormErrors, PostForm } from '../../ui/form';
import { Notice } from '../../ui/page';
import { DateText } from '../../ui/time';
import type { Errors } from './answer-fields';
import type { ReplyPage } from './get-reply-page.server';
import { ReplyText } from './reply-field';
import { BigButton } from './reply-frame';

export function AcknowledgePanel(props: { page: ReplyPage; errors?: Errors; values?: Record<string, string> }) {
  const { page, errors = {}, values = {} } = props;
  if (page.acknowledgedAt) {
    return (
      <Notice kind="info">
        {page.organisation} knows since <DateText value={page.acknowledgedAt} /> that you have the letter.
      </Notice>
    );
  }
  return (
    <details className="panel" open={props.errors !== undefined}>
      <summary className="min-h-[48px] cursor-pointer px-4 py-3 font-medium">
        You need more time? Say that you have the letter
      </summary>
      <PostForm reloadDocument className="flex flex-col gap-4 p-4 pt-1">
        <input type="hidden" name="intent" value="acknowledge" />
        <p className="quiet">This answers no question. It tells {page.organisation} who will, and by when.</p>
        <FormErrors errors={errors['']} />
        <ReplyText
          name="name"
          label="Your name"
          required
          autoComplete="name"
          value={values.name}
          errors={errors.name}
        />
        <ReplyText
          name="answerer"
          label="Who will answer"
          help="Name, role or telephone number, if it is somebody else."
          value={values.answerer}
          errors={errors.answerer}
        />
        <ReplyText name="by" type="date" label="By when" value={values.by} errors={errors.by} />
        <div>
          <BigButton look="btn-outline">We have it</BigButton>
        </div>
      </PostForm>
    </details>
  );
}
