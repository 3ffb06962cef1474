/** Taking the result of a check to the decision: as words for the evidence of an option, or as a file of the change. */
import { Link } from '@remix-run/react';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Panel } from '../../ui/page';

export const AttachCheck = (props: { words: string; option: string; errors: string[] | undefined }) => (
  <Panel title="Take it to the decision">
    <div className="flex max-w-4xl flex-col gap-3">
      <FormErrors errors={props.errors} />
      <blockquote className="border-l-2 border-base-300 pl-3">{props.words}</blockquote>
      <div className="flex flex-wrap items-center gap-3">
        <PostForm>
          <input type="hidden" name="intent" value="attach" />
          <Submit look="plain" small>
            Attach this check to the change
          </Submit>
        </PostForm>
        <Link to={props.option} className="inline-block py-0.5 underline underline-offset-2">
          Write it as evidence of the option
        </Link>
      </div>
      <p className="quiet">
        The file holds the check as it is now; it is part of what is signed. When rules or matrix change, attach it
        again.
      </p>
    </div>
  </Panel>
);
