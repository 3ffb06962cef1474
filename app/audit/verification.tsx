/** What verifying the chain found, in words, and the form that asks for it. */
import { TextField } from '~/ui/field';
import { PostForm, Submit } from '~/ui/form';
import { Notice, Panel } from '~/ui/page';
import { timeInWords } from '~/ui/time';
import type { OwnVerification } from './verify-own.server';

const counted = (events: number) => `${events.toLocaleString('en-GB')} ${events === 1 ? 'event' : 'events'}`;

function Result({ report, noted }: OwnVerification) {
  return (
    <>
      {report.ok ? (
        <Notice kind="success" title="The chain holds" live>
          <p>
            {counted(report.events)}, each linked to the one before it and unaltered. Head, to note down outside this
            system:
          </p>
          <p className="mt-1 font-mono select-all">{report.head}</p>
        </Notice>
      ) : (
        <Notice kind="error" title={`The chain is broken at event ${report.brokenAt}`} live>
          <p>
            What is wrong: {report.fault}. The {counted(report.events)} before it are in order. Keep this database as it
            is, tell whoever answers for it, and compare with an earlier export.
          </p>
        </Notice>
      )}
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

export const Verification = ({ found }: { found: OwnVerification | null }) => (
  <Panel title="Is it intact?">
    <div className="flex flex-col gap-3">
      <p className="quiet">
        Each event carries a hash over its contents and the event before it. The database refuses to change or remove
        one; verifying shows whether somebody got around the database.
      </p>
      {found ? <Result {...found} /> : null}
      <PostForm className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-80">
          <TextField
            name="noted"
            label="A head you noted earlier, if you have one"
            value={found?.noted?.hash}
            errors={found?.problem ? [found.problem] : undefined}
          />
        </div>
        <Submit>Verify the chain</Submit>
      </PostForm>
    </div>
  </Panel>
);
