/** The home page's content: what waits for this person, then drafts and letters, then what moved. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Empty, Panel } from '../../ui/page';
import { isChangeStatus, STATUS_LABELS } from '../changes/change-status';
import type { WorkRow } from '../changes/work-of.server';
import { LETTER_STATUS_LABELS } from '../letters/letter-status';
import type { MyWork } from './my-work.server';
import { TaskPanel } from './task-lists';
import { type WorkItem, WorkList } from './work-lists';

export type MyWorkView = MyWork & {
  /** When the page was made, ISO 8601. */
  now: string;
};

const item = (change: WorkRow, why: React.ReactNode, tier?: WorkItem['tier']): WorkItem => ({
  ...{ id: change.id, to: `/changes/${change.id}`, reference: change.reference, title: change.title },
  ...{ about: change.modelName, since: change.since, why, tier },
});

const statusInWords = (status: string) => (isChangeStatus(status) ? STATUS_LABELS[status] : status);

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

const totalOf = (rows: { total: number }[]) => rows[0]?.total ?? 0;

function Nothing({ may }: { may: MyWorkView['may'] }) {
  return (
    <Empty title="Nothing waits for you.">
      {may.propose ? (
        <p>
          Does an advisory concern one of your devices? <Link to="/changes/new">Propose a change</Link> and see within
          minutes what the rules say.
        </p>
      ) : (
        <p>
          Look at the <Link to="/changes">changes</Link> under way, or at the <Link to="/devices">devices</Link>.
        </p>
      )}
    </Empty>
  );
}

export function MyWorkPage({ work }: { work: MyWorkView }) {
  const { tasks, drafts, waiting, because, unjudged, letters, recent, may, now } = work;
  const nothing = [tasks, drafts, waiting, unjudged, letters].every((list) => list.length === 0);
  return (
    <>
      {nothing ? <Nothing may={may} /> : null}
      {tasks.map((list) => (
        <TaskPanel key={list.id} list={list} />
      ))}
      <WorkList
        title="Clinical safety to judge"
        whyHeading="How far it is"
        now={now}
        total={totalOf(unjudged)}
        items={unjudged.map((change) =>
          item(change, `${change.judged} of ${counted(change.prompts, 'prompt')} judged`),
        )}
      />
      <WorkList
        title="Waiting for an answer you can give"
        whyHeading="Why you"
        now={now}
        total={totalOf(waiting)}
        more={{ to: '/changes', label: 'All changes' }}
        items={waiting.map((change) =>
          item(
            change,
            <>
              {counted(change.questions, 'open question')}; first: {change.first}
            </>,
            change.tier,
          ),
        )}
      />
      {waiting.length > 0 ? <p className="quiet -mt-2 px-1">Shown to you: {because}.</p> : null}
      <WorkList
        title="Your drafts"
        whyHeading="State"
        now={now}
        total={totalOf(drafts)}
        more={{ to: '/changes?mine=yes', label: 'All of yours' }}
        items={drafts.map((change) =>
          item(
            change,
            change.status === 'returned' ? (
              <StateBadge state="warning">returned to you</StateBadge>
            ) : (
              <StateBadge state="plain">not yet submitted</StateBadge>
            ),
          ),
        )}
      />
      <WorkList
        title="Letters not sent yet"
        whyHeading="Asks"
        now={now}
        total={totalOf(letters)}
        more={{ to: '/letters', label: 'All letters' }}
        items={letters.map((letter) => ({
          ...{ id: letter.id, to: `/letters/${letter.id}`, reference: letter.reference, title: letter.title },
          ...{ about: letter.supplierName, since: letter.since },
          why: `${LETTER_STATUS_LABELS[letter.status]}, ${counted(letter.deciding, 'deciding question')}, drafted by ${letter.by}`,
        }))}
      />
      {recent.length > 0 ? (
        <WorkList
          title="Assessed last"
          whyHeading="State"
          now={now}
          total={recent.length}
          more={{ to: '/changes', label: 'All changes' }}
          items={recent.map((change) =>
            item(change, <StateBadge state="plain">{statusInWords(change.status)}</StateBadge>, change.tier),
          )}
        />
      ) : (
        <Panel title="Assessed last">
          <p className="quiet">No change has been assessed yet.</p>
        </Panel>
      )}
    </>
  );
}
