/** What an import is: its file, where it came from, what is wrong with it, what became of it. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Notice, Panel } from '../../ui/page';
import { DateText, TimeText } from '../../ui/time';
import { sizeInWords } from '../files/size-words';
import { FeedAges } from './feed-age';
import type { ImportPage } from './import-view';
import { IMPORT_STATES } from './import-words';
import { countsInWords } from './imports-table';

const Line = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className="grid grid-cols-1 gap-x-4 py-0.5 md:grid-cols-[12rem_1fr]">
    <dt className="quiet">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);

export function ImportNotices({ page }: { page: ImportPage }) {
  const { sameAs, undone, head } = page;
  return (
    <>
      {page.problem ? (
        <Notice
          kind={page.status === 'refused' || page.status === 'failed' ? 'error' : 'info'}
          title="It goes no further"
        >
          <p>{page.problem}</p>
          {head && head.errors.length > 1 ? (
            <ul className="mt-1 list-inside list-disc">
              {head.errors.slice(0, 20).map(({ place, rule, message }) => (
                <li key={`${place}${rule}${message}`} className="break-words">
                  {place ? `${place}: ` : ''}
                  {message} ({rule})
                </li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      {sameAs ? (
        <Notice kind="info">
          The same bytes were brought before:{' '}
          <Link to={`/imports/${sameAs.id}`}>
            on <TimeText value={sameAs.at} />
          </Link>{' '}
          by {sameAs.byName} ({IMPORT_STATES[sameAs.status].label}). Applying them twice changes nothing twice.
        </Notice>
      ) : null}
      {undone ? (
        <Notice kind={undone.left > 0 ? 'warning' : 'info'} title="Undone">
          By {undone.byName}, <TimeText value={undone.at} />: {undone.reason}
          {undone.left > 0
            ? ` ${undone.left.toLocaleString('en-GB')} rows were left as they are, because somebody has changed them since.`
            : ''}
        </Notice>
      ) : null}
    </>
  );
}

export function ImportSummary({ page }: { page: ImportPage }) {
  const { head, model, applied } = page;
  return (
    <Panel title="The file">
      <dl>
        <Line name="Format">{page.format || 'not read yet'}</Line>
        <Line name="Size">
          {sizeInWords(page.size)}, SHA-256 <span className="font-mono text-[0.93em] break-all">{page.sha256}</span>
        </Line>
        {head?.asOf ? (
          <Line name="Data of">
            <DateText value={head.asOf} />
          </Line>
        ) : null}
        {page.signedBy ? <Line name="Signed with the key">{page.signedBy}</Line> : null}
        {model ? (
          <Line name="About">
            <Link to={`/devices/${model.id}`}>{model.name}</Link>
            {page.softwareVersion ? `, version ${page.softwareVersion}` : ''}
          </Line>
        ) : null}
        <Line name="Rows">{countsInWords(page.counts) || 'none yet'}</Line>
        {applied ? (
          <Line name="Applied">
            <TimeText value={applied.at} />, {applied.byName}
          </Line>
        ) : null}
        {page.feeds.length > 0 ? (
          <Line name="Held now">
            <FeedAges ages={page.feeds} today={page.today} />
          </Line>
        ) : null}
      </dl>
      {page.files.length > 0 ? <FilesInside files={page.files} /> : null}
      {head && head.warnings.length > 0 ? (
        <details className="mt-2">
          <summary>{head.warnings.length} remarks on the file as a whole</summary>
          <ul className="mt-1 list-inside list-disc">
            {head.warnings.map(({ place, message }) => (
              <li key={`${place}${message}`} className="break-words">
                {place ? `${place}: ` : ''}
                {message}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}

const FilesInside = ({ files }: { files: ImportPage['files'] }) => (
  <details className="mt-2" open={files.some(({ valid }) => !valid)}>
    <summary>{files.length} files inside</summary>
    <ul className="mt-1 flex flex-col gap-0.5">
      {files.map(({ name, format, valid, records }) => (
        <li key={name} className="flex flex-wrap items-center gap-2 break-all">
          {name} <span className="quiet">{format}</span>
          {valid ? (
            <span className="quiet">{records.toLocaleString('en-GB')} rows</span>
          ) : (
            <StateBadge state="error">refused</StateBadge>
          )}
        </li>
      ))}
    </ul>
  </details>
);
