/** Reminding of many letters: what each would say and to whom, then what became of them. */
import { Link } from '@remix-run/react';
import { PostForm, Submit } from '../../ui/form';
import { Empty, Notice, PageHeader, Panel } from '../../ui/page';
import type { NotReminded, Reminded, ReminderPreview, RemindPreview } from './remind-letters.server';

const CRUMBS = [{ label: 'Letters', to: '/letters' }, { label: 'Remind' }];

const Exceptions = ({ exceptions }: { exceptions: NotReminded[] }) =>
  exceptions.length === 0 ? null : (
    <Panel title={`Not reminded of (${exceptions.length})`}>
      <ul className="ml-5 list-disc">
        {exceptions.map(({ id, reference, because }) => (
          <li key={id} className="mt-1">
            <Link to={`/letters/${id}`} className="font-mono">
              {reference}
            </Link>
            : {because}
          </li>
        ))}
      </ul>
    </Panel>
  );

function Preview({ reminder }: { reminder: ReminderPreview }) {
  return (
    <li className="border-t border-base-300 py-3 first:border-0">
      <p className="flex flex-wrap gap-x-3">
        <Link to={`/letters/${reminder.id}`} className="font-mono">
          {reminder.reference}
        </Link>
        <span>{reminder.subject}</span>
      </p>
      <p className="quiet break-words">
        To {reminder.supplierName}
        {reminder.to ? `, ${reminder.to}` : ', no e-mail address'}
      </p>
      <div className="mt-2 rounded-box bg-base-200 p-3">
        <p className="font-medium">{reminder.ask}</p>
        {reminder.paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one frozen letter
          <p key={index} className="mt-2 whitespace-pre-wrap">
            {paragraph}
          </p>
        ))}
      </div>
    </li>
  );
}

export function RemindPage({ preview }: { preview: RemindPreview }) {
  const { reminders, exceptions, leavesAtOnce } = preview;
  const count = `${reminders.length} ${reminders.length === 1 ? 'reminder' : 'reminders'}`;
  return (
    <>
      <PageHeader
        crumbs={CRUMBS}
        title={reminders.length > 0 ? `Read ${count} before anything leaves` : 'Nothing to remind of'}
        sub={
          reminders.length === 0
            ? undefined
            : leavesAtOnce
              ? 'Changemark wrote them from your template. By sending them you approve them as they stand here.'
              : 'Changemark writes them from your template. They wait as drafts until regulatory affairs approves them.'
        }
      />
      {reminders.length > 0 ? (
        <Panel title="What they say">
          <ol>
            {reminders.map((reminder) => (
              <Preview key={reminder.id} reminder={reminder} />
            ))}
          </ol>
          <PostForm className="mt-3 flex flex-wrap gap-2">
            {reminders.map(({ id }) => (
              <input key={id} type="hidden" name="letter" value={id} />
            ))}
            <Submit>{leavesAtOnce ? `Approve and send ${count}` : `Draft ${count}`}</Submit>
            <Link className="btn" to="/letters">
              Send none
            </Link>
          </PostForm>
        </Panel>
      ) : (
        <Empty title="No letter that you ticked can be reminded of">
          <Link to="/letters?view=overdue">Overdue letters</Link>
        </Empty>
      )}
      <Exceptions exceptions={exceptions} />
    </>
  );
}

const References = ({ rows }: { rows: { id: string; reference: string }[] }) => (
  <ul className="ml-5 list-disc">
    {rows.map(({ id, reference }) => (
      <li key={id}>
        <Link to={`/letters/${id}`} className="font-mono">
          {reference}
        </Link>
      </li>
    ))}
  </ul>
);

export function RemindedPage({ reminded }: { reminded: Reminded }) {
  const { sent, drafted, exceptions } = reminded;
  return (
    <>
      <PageHeader crumbs={CRUMBS} title="Reminders" />
      {sent.length > 0 ? (
        <Notice kind="success" title={`${sent.length} approved; each leaves when its file is made`} live>
          <References rows={sent} />
        </Notice>
      ) : null}
      {drafted.length > 0 ? (
        <Notice kind="info" title={`${drafted.length} drafted, waiting for approval`} live>
          <References rows={drafted} />
        </Notice>
      ) : null}
      <Exceptions exceptions={exceptions} />
      <p>
        <Link to="/letters">Back to the letters</Link>
      </p>
    </>
  );
}
