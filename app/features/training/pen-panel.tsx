/** On one's own account: whether one may sign, what is missing, and the text that is accepted here. */
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { TimeText } from '../../ui/time';
import { ProofFields } from '../people/proof-fields';
import { WHY_A_TEXT } from './accountability';
import { CourseBadge } from './course-badge';
import type { OwnPen } from './own-pen.server';

type Errors = Record<string, string[]>;

export const PenPanel = ({ own, errors }: { own: OwnPen; errors: Errors }) => (
  <Panel title="Your pen" id="training">
    {own.pen.ok ? (
      <p>You may sign.</p>
    ) : (
      <Notice kind="warning" title="You may not sign yet">
        <p>{own.pen.message}</p>
      </Notice>
    )}
    {own.courses.length > 0 ? (
      <dl className="mt-3 flex flex-col gap-2">
        {own.courses.map((one) => (
          <div key={one.course} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <dt>Training: {one.title}</dt>
            <dd>
              <CourseBadge {...one} />
            </dd>
          </div>
        ))}
      </dl>
    ) : null}
    <div id="accountability" className="mt-4 border-t border-base-300 pt-3">
      <h3 className="font-semibold">What you accept by signing</h3>
      <AcceptedText text={own.text.text} />
      <p className="quiet text-[0.93em]">{WHY_A_TEXT}</p>
      {own.acceptedAt ? (
        <p className="mt-2">
          You accepted text {own.text.number} on <TimeText value={own.acceptedAt} />.
        </p>
      ) : own.ways ? (
        <PostForm className="mt-3 flex max-w-md flex-col gap-3" action="/account?index" preventScrollReset>
          <FormErrors errors={errors['']} />
          <input type="hidden" name="intent" value="accept" />
          <input type="hidden" name="text" value={own.text.sha256} />
          <ProofFields ways={own.ways} errors={errors} />
          <div>
            <Submit>I accept</Submit>
          </div>
        </PostForm>
      ) : null}
    </div>
  </Panel>
);

/** The text, paragraph by paragraph. */
export const AcceptedText = ({ text }: { text: string }) => (
  <div className="my-2 flex max-w-3xl flex-col gap-2">
    {text.split(/\n{2,}/).map((paragraph) => (
      <p key={paragraph} className="break-words whitespace-pre-line">
        {paragraph}
      </p>
    ))}
  </div>
);
