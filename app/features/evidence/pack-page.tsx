/** One pack: how far it is, what it lacks, its digest, and how to check it without us. */
import { Link } from '@remix-run/react';
import { PostForm, Submit } from '../../ui/form';
import { Notice, Panel } from '../../ui/page';
import { TimeText } from '../../ui/time';
import { sizeInWords } from '../files/size-words';
import { CompletenessTable } from './completeness-table';
import type { PackView } from './get-pack.server';

const Progress = ({ pack }: { pack: PackView }) => (
  <Panel title="Being built">
    <progress className="progress w-full max-w-xl" value={pack.progress} max={100} aria-label="Progress" />
    <p role="status">
      {pack.progress} %: {pack.step}
    </p>
    <p className="quiet">This page looks again every few seconds. You may leave it; the pack is built all the same.</p>
  </Panel>
);

const Ready = ({ pack }: { pack: PackView }) => (
  <Panel title="The pack">
    <a href={`/files/packs/${pack.id}.zip`} className="btn btn-primary" download>
      Download the ZIP ({sizeInWords(pack.size ?? 0)})
    </a>
    <dl className="mt-4 grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[10rem_1fr]">
      <dt className="quiet">SHA-256</dt>
      <dd className="font-mono break-all">{pack.sha256}</dd>
      <dt className="quiet">Signing key</dt>
      <dd className="font-mono break-all">{pack.keyId}</dd>
      <dt className="quiet">Built</dt>
      <dd>{pack.readyAt ? <TimeText value={pack.readyAt} /> : 'not yet'}</dd>
    </dl>
    <h3 className="mt-4 font-semibold">To verify it without Changemark</h3>
    <ol className="ml-5 list-decimal">
      <li>Tell the inspector the name of the signing key by another way than the file.</li>
      <li>
        Unpack <code>verify.html</code>, open it in a browser without a network and drop the ZIP on it.
      </li>
      <li>
        Or on a command line: <code className="break-all">changemark audit verify FILE.zip</code>
      </li>
    </ol>
  </Panel>
);

export const PackPage = ({ pack, mayBuild }: { pack: PackView; mayBuild: boolean }) => (
  <>
    {pack.status === 'failed' ? (
      <Notice kind="error" title="It could not be built">
        <p>{pack.failure}</p>
      </Notice>
    ) : null}
    {pack.status === 'ready' ? <Ready pack={pack} /> : null}
    {pack.status === 'queued' || pack.status === 'building' ? <Progress pack={pack} /> : null}
    <Panel title="Completeness when it was asked for">
      <CompletenessTable lines={pack.completeness} />
    </Panel>
    {mayBuild && (pack.status === 'ready' || pack.status === 'failed') ? (
      <Panel title="Again">
        <PostForm className="flex flex-wrap items-center gap-3">
          <Submit look="plain" name="intent" value="again">
            Build it again at the same event
          </Submit>
          <span className="quiet">The same bytes come out, unless files were disposed of since.</span>
        </PostForm>
        <p className="quiet mt-2">
          For what has been recorded since, <Link to={again(pack)}>ask for a new pack</Link>.
        </p>
      </Panel>
    ) : null}
  </>
);

const again = ({ scope, scopeId, fromDay, toDay }: PackView): string =>
  scope === 'period'
    ? `/evidence?scope=period&from=${fromDay ?? ''}&to=${toDay ?? ''}`
    : `/evidence?scope=${scope}&id=${scopeId ?? ''}`;
