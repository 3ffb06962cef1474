/** Reviews of the record: when the next is due, the stretch it is about, signing it, and those signed before. */
import { Link } from '@remix-run/react';
import { ProofFields } from '~/features/people/proof-fields';
import { isRole, ROLE_LABELS } from '~/guard/roles';
import { Radios, TextArea } from '~/ui/field';
import { FormErrors, PostForm, Submit } from '~/ui/form';
import { Empty, Notice, PageHeader, Panel } from '~/ui/page';
import { dateInWords, TimeText } from '~/ui/time';
import type { ReviewsPage as View } from './get-reviews.server';
import { OUTCOMES } from './review-form';
import type { ReviewResult } from './review-trail.server';
import { StretchPanel } from './stretch-panel';

const outcomeInWords = (outcome: string): string => (OUTCOMES as Record<string, string>)[outcome] ?? outcome;

function Due({ due }: Pick<View, 'due'>) {
  const last = due.lastOn ? `The last one was signed on ${dateInWords(due.lastOn)}.` : 'It has never been reviewed.';
  const words = `${last} It is reviewed every ${due.everyDays} days; the next is due on ${dateInWords(due.dueOn)}.`;
  return due.overdue ? (
    <Notice kind="error" title="The review of the record is overdue">
      <p>{words}</p>
    </Notice>
  ) : (
    <p>{words}</p>
  );
}

function SignForm({ view, answer }: { view: View; answer: ReviewResult | undefined }) {
  const { stretch, ways } = view;
  if (!ways || stretch.to < stretch.from) return null;
  const refused = answer && !answer.ok ? answer : null;
  const errors: Record<string, string[]> = refused?.errors ?? {};
  const kept = (name: string): string => {
    const value = refused?.kept[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <Panel title="Sign what you found">
      <PostForm className="flex max-w-3xl flex-col gap-4">
        <FormErrors errors={errors['']} />
        <p className="quiet">
          The chain is verified when you sign, and the result becomes part of what is signed. You sign as a review, with
          your name, role and the time.
        </p>
        <input type="hidden" name="to" value={stretch.to} />
        <TextArea
          name="findings"
          label="What you looked at, and what you found"
          rows={5}
          value={kept('findings')}
          errors={errors.findings}
          required
        />
        <Radios
          name="outcome"
          label="Outcome"
          choices={Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }))}
          value={kept('outcome')}
          errors={errors.outcome}
          required
        />
        <ProofFields ways={ways} errors={errors} />
        <div>
          <Submit>Sign the review</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

function Signed({ reviews, after }: Pick<View, 'reviews' | 'after'>) {
  if (reviews.length === 0) return <Empty title="No review was signed yet." />;
  return (
    <ul className="flex flex-col gap-4">
      {reviews.map((one) => (
        <li key={one.number} className="border-b border-base-300 pb-3 last:border-0">
          <h3 className="font-semibold">
            Review {one.number}: events {one.fromSeq} to {one.toSeq}
          </h3>
          <p>
            {outcomeInWords(one.outcome)}. {one.chainHeld.split(', head')[0]}.
          </p>
          <p className="break-words whitespace-pre-wrap">{one.findings}</p>
          <p className="quiet">
            Signed as review by {one.reviewerName},{' '}
            {isRole(one.reviewerRole) ? ROLE_LABELS[one.reviewerRole] : one.reviewerRole},{' '}
            <TimeText value={one.reviewedAt} />, by {one.method}.{' '}
            <span className="font-mono break-all">SHA-256 {one.payloadSha256}</span>
          </p>
        </li>
      ))}
      {after === null ? null : (
        <li>
          <Link to={`?before=${after}`} className="link">
            Earlier reviews
          </Link>
        </li>
      )}
    </ul>
  );
}

export function ReviewsPage({ view, answer }: { view: View; answer: ReviewResult | undefined }) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Record', to: '/record' }]}
        title="Reviews of the record"
        sub="Somebody reads the record at regular times and signs what they found."
      />
      {answer?.ok ? (
        <Notice kind="success" title={`Review ${answer.number} is signed`} live>
          <p>It stands below, and in the record.</p>
        </Notice>
      ) : null}
      <Due due={view.due} />
      <Panel title="Since the last review">
        <StretchPanel stretch={view.stretch} />
      </Panel>
      <SignForm view={view} answer={answer} />
      <Panel title="Signed reviews">
        <Signed reviews={view.reviews} after={view.after} />
      </Panel>
    </>
  );
}
