/** What became of the last press of a button, above everything else; each problem leads to its question. */
import { FormErrors } from '../../ui/form';
import { Notice } from '../../ui/page';
import type { SaveOutcome } from './questions-form';

const numberIn = (name: string) => /^q(\d+)/.exec(name)?.[1];

function Problems({ errors }: { errors: Record<string, string[]> }) {
  const named = Object.entries(errors).filter(([name]) => numberIn(name));
  return (
    <>
      <FormErrors errors={errors['']} />
      {named.length > 0 ? (
        <div role="alert" className="tint-error rounded-box border border-error/40 p-3">
          <p className="font-semibold">Nothing was saved yet. Please look at:</p>
          <ul>
            {named.map(([name, messages]) => (
              <li key={name}>
                <a href={`#q${numberIn(name)}`}>{messages.join(' ')}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

export function SaveNotice(props: { saved: number | null; thanked: boolean; outcome?: SaveOutcome }) {
  const { saved, thanked, outcome } = props;
  if (outcome?.errors) return <Problems errors={outcome.errors} />;
  if (outcome?.conflicts?.length) {
    return (
      <Notice kind="warning" title="Two of you answered the same question" live>
        The rest is saved. Please look at{' '}
        {outcome.conflicts.map(({ number }, index) => (
          <span key={number}>
            {index > 0 ? ', ' : ''}
            <a href={`#q${number}`}>question {number}</a>
          </span>
        ))}
        .
      </Notice>
    );
  }
  if (thanked)
    return (
      <Notice kind="success" title="Thank you: it is noted that you have the letter" live>
        {null}
      </Notice>
    );
  if (saved === null) return null;
  return (
    <Notice
      kind="success"
      live
      title={saved === 0 ? 'Everything was saved already' : `Saved: ${saved} ${saved === 1 ? 'answer' : 'answers'}`}
    >
      You may close this page and come back through the link in the letter. Nothing is sent until you press “Send”.
    </Notice>
  );
}
