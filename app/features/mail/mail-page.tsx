/** The state of mail, and what a person can do about it. */
import { Link } from '@remix-run/react';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Empty, Notice, PageHeader, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { TimeText } from '../../ui/time';
import type { FailedJob, MailLine, MailPageView } from './get-mail.server';

export function MailPage({ page, refused, tested }: { page: MailPageView; refused: string | null; tested: boolean }) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }]}
        title="Mail"
        sub="How letters leave by e-mail, what waits, and what needs a person."
      />
      <FormErrors errors={refused ? [refused] : null} />
      {tested ? (
        <Notice kind="success" live>
          A test message to {page.me} is in the outbox. It should arrive within a minute.
        </Notice>
      ) : null}
      <ServerPanel page={page} />
      <Panel title="Needs a person" flush>
        {page.needsPerson.length === 0 ? (
          <div className="p-4 pt-1">
            <Empty title="Nothing needs a decision" />
          </div>
        ) : (
          <Messages rows={page.needsPerson} />
        )}
      </Panel>
      {page.failedJobs.length > 0 ? <Jobs rows={page.failedJobs} /> : null}
    </>
  );
}

function ServerPanel({ page }: { page: MailPageView }) {
  return (
    <Panel title="Mail server">
      {page.server === null ? (
        <Notice kind="warning" title="No mail server is set up: nothing leaves">
          E-mail waits in the outbox until Changemark is started with SMTP_URL and MAIL_FROM; then it is sent.
          {page.demonstration ? ' The demonstration is meant to be used like this.' : ''} Letters can still be recorded
          as posted.
        </Notice>
      ) : null}
      <dl className="mt-2 grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {page.server ? (
          <>
            <dt className="quiet">Server</dt>
            <dd className="font-mono break-all">{page.server}</dd>
            <dt className="quiet">From</dt>
            <dd className="break-all">{page.from}</dd>
          </>
        ) : null}
        <dt className="quiet">Last e-mail sent</dt>
        <dd>{page.lastSentAt ? <TimeText value={page.lastSentAt} /> : 'none yet'}</dd>
        <dt className="quiet">Jobs that wait</dt>
        <dd>{page.waitingJobs}</dd>
        {page.counts.map(({ status, n }) => (
          <Count key={status} status={status} n={n} />
        ))}
      </dl>
      {page.server ? (
        <PostForm className="mt-3">
          <input type="hidden" name="act" value="test" />
          <Submit look="plain" small>
            Send a test message to {page.me}
          </Submit>
        </PostForm>
      ) : null}
    </Panel>
  );
}

const Count = ({ status, n }: { status: string; n: number }) => (
  <>
    <dt className="quiet">E-mail {status}</dt>
    <dd>
      {n}
      {status === 'sent' ? ' in 30 days' : ''}
    </dd>
  </>
);

const Retry = ({ act, id, children }: { act: string; id: string; children: React.ReactNode }) => (
  <PostForm>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="what" value={id} />
    <Submit look="plain" small>
      {children}
    </Submit>
  </PostForm>
);

const Messages = ({ rows }: { rows: readonly MailLine[] }) => (
  <TableRegion label="E-mail that needs a person">
    <table className="data-table stacks">
      <thead>
        <tr>
          <th scope="col">E-mail</th>
          <th scope="col">State</th>
          <th scope="col">Answer of the mail server</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {row.subject}
              <span className="quiet block text-[0.93em]">
                to {row.to}, <TimeText value={row.at} />
              </span>
            </td>
            <td data-label="State">{row.status}</td>
            <td data-label="Answer of the mail server">{row.answer || '–'}</td>
            <td data-label="Actions">
              {row.letter ? (
                <Link to={`/letters/${row.letter.id}`} className="font-mono hover:underline">
                  {row.letter.reference}
                </Link>
              ) : null}
              {row.unsure && row.letter ? (
                <span className="quiet block text-[0.93em]">Decide on the page of the letter whether it left.</span>
              ) : (
                <Retry act="retry-mail" id={row.id}>
                  Try again
                </Retry>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const Jobs = ({ rows }: { rows: readonly FailedJob[] }) => (
  <Panel title="Jobs that failed" flush>
    <TableRegion label="Jobs that failed">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">What went wrong last</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.letterId ? <Link to={`/letters/${row.letterId}`}>{row.what}</Link> : row.what}
                <span className="quiet block text-[0.93em]">
                  <TimeText value={row.at} />
                </span>
              </td>
              <td data-label="What went wrong last">{row.answer || 'It says nothing.'}</td>
              <td data-label="Actions">
                <Retry act="retry-job" id={row.id}>
                  Try again
                </Retry>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  </Panel>
);
