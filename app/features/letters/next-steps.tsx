/** What is to be done next with a letter: approve it, wait for its file, send it. One primary act at a time. */
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { timeInWords } from '../../ui/time';
import type { RefusedAct } from './act-on-letter.server';
import { actState } from './act-state';
import type { LetterView } from './letter-view';
import { SendPanel } from './send-panel';

interface Props {
  letter: LetterView;
  refused: RefusedAct | null;
  /** For forms that must not be sent twice. */
  once: string;
}

export function NextSteps(props: Props) {
  const { letter } = props;
  if (letter.status === 'draft') return <Approve {...props} />;
  if (letter.status === 'approved') return <BeingIssued {...props} />;
  if (letter.acts.send === null) return <SendPanel {...props} />;
  return null;
}

function Approve({ letter, refused }: Props) {
  const { acts, shown, recipient } = letter;
  const state = actState(refused, 'approve');
  return (
    <Panel id="approve" title="Approve">
      {acts.approve === null ? (
        <>
          <p>
            You approve the letter as it stands on this page, in {shown.words}. Its text is then locked, its file is
            made and kept, and neither changes again.
          </p>
          {shown.blanks > 0 ? (
            <p className="mt-2">
              <strong>
                {shown.blanks} {shown.blanks === 1 ? 'place is' : 'places are'} still blank
              </strong>{' '}
              and would be printed as blanks to fill in.
            </p>
          ) : null}
          <PostForm className="mt-3 flex flex-col gap-3" preventScrollReset>
            <FormErrors errors={state.errors('')} />
            <input type="hidden" name="intent" value="approve" />
            <input type="hidden" name="number" value={shown.number} />
            <input type="hidden" name="revision" value={shown.revision} />
            {recipient.email ? (
              <label className="flex min-h-6 items-start gap-2">
                <input type="checkbox" name="then_send" value="yes" className="checkbox checkbox-sm mt-0.5" />
                <span className="min-w-0 break-words">Then send it by e-mail to {recipient.email}</span>
              </label>
            ) : (
              <p className="quiet">No e-mail address is known; it is sent or posted after it is issued.</p>
            )}
            {state.errors('then_send') ? <p className="font-medium text-error">{state.errors('then_send')}</p> : null}
            <div>
              <Submit>Approve {shown.words}</Submit>
            </div>
          </PostForm>
        </>
      ) : (
        <>
          <p>{acts.approve}</p>
          <p className="quiet mt-2">A letter leaves the house only after somebody who did not write it approved it.</p>
        </>
      )}
      {acts.edit === null ? <AddressForm letter={letter} refused={refused} /> : null}
    </Panel>
  );
}

function AddressForm({ letter, refused }: Omit<Props, 'once'>) {
  const state = actState(refused, 'address');
  return (
    <details className="mt-3" open={state.refused || undefined}>
      <summary className="btn btn-sm w-fit">Change the e-mail address</summary>
      <PostForm className="mt-2 flex flex-col gap-2.5 rounded-box bg-base-200 p-3" preventScrollReset>
        <FormErrors errors={state.errors('')} />
        <input type="hidden" name="intent" value="address" />
        <TextField
          name="recipient_email"
          type="email"
          label="E-mail address"
          help="Of one person or desk. Empty: not by e-mail."
          value={state.value('recipient_email') ?? letter.recipient.email}
          errors={state.errors('recipient_email')}
        />
        <div>
          <Submit small look="plain">
            Save address
          </Submit>
        </div>
      </PostForm>
    </details>
  );
}

const LOOK_AGAIN_MS = 2000;

/** Looks again by itself: with a script through the loader, without one by the page's own refresh. */
function BeingIssued({ letter, refused }: Props) {
  const { revalidate, state: looking } = useRevalidator();
  useEffect(() => {
    if (looking !== 'idle') return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [revalidate, looking]);
  const state = actState(refused, 'issue-again');
  return (
    <Panel id="issue" title="Being issued">
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <p role="status">
        Approved by {letter.shown.approvedByName}
        {letter.shown.approvedAt ? `, ${timeInWords(letter.shown.approvedAt)}` : ''}. Its file is being made; this page
        looks again by itself.
      </p>
      <FormErrors errors={state.errors('')} />
      <div className="mt-3 flex flex-wrap gap-2">
        <a className="btn btn-sm" href={`/letters/${letter.id}`}>
          Look again
        </a>
        <PostForm preventScrollReset>
          <input type="hidden" name="intent" value="issue-again" />
          <Submit small look="plain">
            Ask for the file once more
          </Submit>
        </PostForm>
      </div>
      <p className="quiet mt-2">
        It takes seconds. Where it does not come, no worker may be running; asking once more does no harm.
      </p>
    </Panel>
  );
}

/** Above a version that another one has replaced. */
export function Superseded({ letter }: { letter: LetterView }) {
  const { shown, versions, currentNumber } = letter;
  const last = versions.findLast(({ status }) => status === 'issued');
  if (shown.superseded && last) {
    return (
      <Notice kind="warning" title={`${shown.words} is superseded`}>
        It stays readable as it was sent. <a href={`/letters/${letter.id}?version=${last.number}`}>{last.words}</a>{' '}
        replaced it: {last.whatChanged}
      </Notice>
    );
  }
  if (currentNumber > shown.number && shown.status !== 'withdrawn') {
    return (
      <Notice kind="info" title="A corrected version is in preparation">
        {shown.words} is in force until it is issued.{' '}
        <a href={`/letters/${letter.id}`}>Read the version in preparation</a>
      </Notice>
    );
  }
  return null;
}
