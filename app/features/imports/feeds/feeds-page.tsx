/** The page of the feeds. */
import { Link } from '@remix-run/react';
import { TextArea, TextField } from '../../../ui/field';
import { FormErrors, PostForm, Submit } from '../../../ui/form';
import { Empty, PageHeader, Panel } from '../../../ui/page';
import { DateText, TimeText } from '../../../ui/time';
import type { FormValues } from '../../form-values';
import { FeedAge } from '../feed-age';
import { FEEDS } from '../feed-words';
import type { FeedLine, FeedSettings, TrustedKeyLine } from './feed-settings.server';

interface Props {
  settings: FeedSettings;
  /** Which form was refused: "source kev", "add-key", "retire-key ID". */
  about: string;
  form: FormValues;
}

export function FeedsPage({ settings, about, form }: Props) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }, { label: 'Feeds' }]}
        title="Feeds"
        sub="Advisories, KEV, EPSS and end-of-support dates: how old what we hold is, and where it comes from. Nothing is fetched from outside unless an address stands here."
        actions={
          <>
            <PostForm>
              <input type="hidden" name="act" value="look" />
              <Submit small look="plain">
                Look now
              </Submit>
            </PostForm>
            <Link className="btn btn-primary btn-sm" to="/imports/new?purpose=feed">
              Bring a file
            </Link>
          </>
        }
      />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {settings.feeds.map((feed) => (
          <FeedPanel
            key={feed.feed}
            feed={feed}
            settings={settings}
            form={about === `source ${feed.feed}` ? form : null}
          />
        ))}
      </div>
      <KeysPanel keys={settings.keys} about={about} form={form} />
    </>
  );
}

function FeedPanel({ feed, settings, form }: { feed: FeedLine; settings: FeedSettings; form: FormValues | null }) {
  const { name, what } = FEEDS[feed.feed];
  return (
    <Panel title={name}>
      <p className="quiet">{what}</p>
      <p className="my-2 flex flex-wrap items-center gap-2">
        <FeedAge age={feed} today={settings.today} />
        {feed.loadedAt ? <span className="quiet">{feed.entries.toLocaleString('en-GB')} entries</span> : null}
        {feed.edition ? <span className="quiet">edition {feed.edition}</span> : null}
        {feed.importId ? <Link to={`/imports/${feed.importId}`}>the import</Link> : null}
      </p>
      {feed.lookedAt ? (
        <p className="quiet">
          Looked for new files <TimeText value={feed.lookedAt} />.
        </p>
      ) : null}
      {feed.lookProblem ? <p className="text-error">{feed.lookProblem}</p> : null}
      <details className="mt-2" open={form !== null || undefined}>
        <summary className="btn btn-sm w-fit">
          {feed.folder || feed.address
            ? `Comes from ${[feed.folder, feed.address].filter(Boolean).join(' and ')}`
            : 'Only by hand'}
        </summary>
        <PostForm className="mt-2 flex max-w-xl flex-col gap-2.5 rounded-box bg-base-200 p-3">
          <FormErrors errors={form?.summary} />
          <input type="hidden" name="act" value="source" />
          <input type="hidden" name="feed" value={feed.feed} />
          <input type="hidden" name="version" value={feed.version} />
          <TextField
            name="folder"
            label="Folder"
            help={
              settings.allowedFolder
                ? `Below ${settings.allowedFolder}. Looked at each minute; archives in it have to be signed bundles.`
                : 'This installation reads no folders: whoever runs it sets CHANGEMARK_FEEDS_FOLDER.'
            }
            value={form ? form.value('folder') : feed.folder}
            errors={form?.errors('folder')}
          />
          <TextField
            name="address"
            type="url"
            label="Address"
            help="https, asked once a day. Empty: no call to the outside."
            value={form ? form.value('address') : feed.address}
            errors={form?.errors('address')}
          />
          <div>
            <Submit small>Save</Submit>
          </div>
        </PostForm>
      </details>
    </Panel>
  );
}

function KeysPanel({ keys, about, form }: { keys: TrustedKeyLine[]; about: string; form: FormValues }) {
  const adding = about === 'add-key' ? form : null;
  return (
    <Panel title="Whose bundles count">
      <p className="quiet">
        A bundle is a ZIP made elsewhere with <code>changemark bundle make</code>. It is taken in only when one of these
        keys signed it and every file in it is the one that was signed.
      </p>
      {keys.length === 0 ? (
        <Empty title="No key is trusted yet." />
      ) : (
        <ul className="my-3 flex flex-col gap-3">
          {keys.map((key) => (
            <KeyLine key={key.id} line={key} form={about === `retire-key ${key.id}` ? form : null} />
          ))}
        </ul>
      )}
      <PostForm className="mt-3 flex max-w-xl flex-col gap-2.5">
        <FormErrors errors={adding?.summary} />
        <input type="hidden" name="act" value="add-key" />
        <TextField
          name="name"
          label="Whose key is it?"
          required
          value={adding?.value('name')}
          errors={adding?.errors('name')}
        />
        <TextArea
          name="publicKey"
          label="Public key"
          required
          help="Ed25519, PEM. Compare its fingerprint with its owner by telephone."
          value={adding?.value('publicKey')}
          errors={adding?.errors('publicKey')}
        />
        <div>
          <Submit>Trust this key</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

const KeyLine = ({ line, form }: { line: TrustedKeyLine; form: FormValues | null }) => (
  <li>
    <p>
      <strong>{line.name}</strong>, added <DateText value={line.addedAt} />
      {line.retiredAt ? (
        <>
          , not trusted since <DateText value={line.retiredAt} />
        </>
      ) : null}
    </p>
    <p className="quiet font-mono text-[0.93em] break-all">SHA-256 {line.fingerprint}</p>
    {line.retiredAt ? null : (
      <details open={form !== null || undefined}>
        <summary className="btn btn-sm w-fit">End the trust in it</summary>
        <PostForm className="mt-2 flex max-w-xl flex-col gap-2.5 rounded-box bg-base-200 p-3">
          <input type="hidden" name="act" value="retire-key" />
          <input type="hidden" name="id" value={line.id} />
          <TextField
            name="reason"
            label="Why?"
            required
            value={form?.value('reason')}
            errors={form?.errors('reason')}
          />
          <div>
            <Submit small look="danger">
              End the trust
            </Submit>
          </div>
        </PostForm>
      </details>
    )}
  </li>
);
