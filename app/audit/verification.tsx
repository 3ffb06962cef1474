/** What verifying the chain found, in words, and the form that asks for it. */
import { TextField } from '~/ui/field';
import { PostForm, Submit } from '~/ui/form';
import { Notice, Panel } from '~/ui/page';
import { timeInWords } from '~/ui/time';
import type { OwnVerification } from './verify-own.server';

const counted = (events: number) => `${events.toLocaleString('en-GB')} ${events === 1 ? 'event' : 'events'}`;

const KEEP = 'Keep this database as it is, tell whoever answers for it, and compare with an earlier export.';

const inWords = (checked: object): string =>
  Object.entries(checked)
    .map(([kind, count]) => `${kind} ${Number(count).toLocaleString('en-GB')}`)
    .join(', ');

function Faults({ faults }: Pick<OwnVerification['report'], 'faults'>) {
  return (
    <Notice kind="error" title="Something that the chain covers is not as it was recorded" live>
      <ul className="list-disc pl-5">
        {faults.map(({ table, ref, event, words }) => (
          <li key={`${table} ${ref} ${words}`} className="break-words">
            <strong>{ref}</strong> ({table}
            {event === null ? '' : `, event ${event}`}): {words}
          </li>
        ))}
      </ul>
      <p className="mt-1">{KEEP}</p>
    </Notice>
  );
}

function Result({ report, noted }: OwnVerification) {
  return (
    <>
      {report.fault !== null ? (
        <Notice kind="error" title={`The chain is broken at event ${report.brokenAt}`} live>
          <p>
            What is wrong: {report.fault}. The {counted(report.events)} before it are in order. {KEEP}
          </p>
        </Notice>
      ) : (
        <Notice kind="success" title="The chain holds" live>
          <p>
            {counted(report.events)}, each linked to the one before it and unaltered. Head, to note down outside this
            system:
          </p>
          <p className="mt-1 font-mono break-all select-all">{report.head}</p>
          {report.checked ? <p className="mt-1">Held against it: {inWords(report.checked)}.</p> : null}
        </Notice>
      )}
      {report.faults.length > 0 ? <Faults faults={report.faults} /> : null}
      {noted ? (
        noted.seq === null ? (
          <Notice kind="error" title="The head you noted is not in the chain" live>
            <p>The trail was cut off and continued, or the note is of another organisation or miscopied.</p>
          </Notice>
        ) : (
          <Notice kind="success" title={`The head you noted is event ${noted.seq}`} live>
            <p>
              Recorded {noted.at ? timeInWords(noted.at) : ''}; nothing up to it has been changed or cut off since you
              noted it.
            </p>
          </Notice>
        )
      ) : null}
    </>
  );
}

export const Verification = (props: {
  found: OwnVerification | null;
  publicKey: { keyId: string; publicKey: string };
}) => (
  <Panel title="Is it intact?">
    <div className="flex flex-col gap-3">
      <p className="quiet">
        Each event carries a hash over its contents and the event before it. The database refuses to change or remove
        one; verifying shows whether somebody got around the database.
      </p>
      {props.found ? <Result {...props.found} /> : null}
      <PostForm className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-80">
          <TextField
            name="noted"
            label="A head you noted earlier, if you have one"
            value={props.found?.noted?.hash}
            errors={props.found?.problem ? [props.found.problem] : undefined}
          />
        </div>
        <Submit>Verify the chain</Submit>
      </PostForm>
      <p className="quiet">
        The head is signed whenever it moves, with a key that the database does not hold. Give the public key to whoever
        verifies your packs: key {props.publicKey.keyId},{' '}
        <span className="font-mono break-all select-all">{props.publicKey.publicKey}</span>
      </p>
    </div>
  </Panel>
);
