/** The dates a letter waits for, with where each comes from. */
import { StateBadge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { ClocksPageView, ClockView } from './clocks-view';
import { ReasonForm, type ReasonRefusal } from './reason-form';

const LOOK = { running: 'open', paused: 'plain', met: 'settled', stopped: 'plain' } as const;

export function ClocksPanel({ page, refused }: { page: ClocksPageView; refused: ReasonRefusal | null }) {
  return (
    <Panel title="Dates" flush>
      <TableRegion label="Dates">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Wanted by</th>
              <th scope="col">State</th>
              <th scope="col">Counted as</th>
              {page.mayAct ? <th scope="col">End it</th> : null}
            </tr>
          </thead>
          <tbody>
            {page.clocks.map((clock) => (
              <ClockLine key={clock.stage} clock={clock} mayAct={page.mayAct} refused={refused} />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Panel>
  );
}

function ClockLine({ clock, mayAct, refused }: { clock: ClockView; mayAct: boolean; refused: ReasonRefusal | null }) {
  const stoppable = clock.state === 'running' || clock.state === 'paused';
  return (
    <tr>
      <td className="font-medium">{clock.label}</td>
      <td data-label="Wanted by">
        {dateInWords(clock.dueOn)}
        {clock.dueOn === clock.firstDue ? null : (
          <span className="quiet block text-[0.93em]">moved by a pause from {dateInWords(clock.firstDue)}</span>
        )}
      </td>
      <td data-label="State">
        <StateBadge state={clock.late && stoppable ? 'hold' : LOOK[clock.state]}>{clock.words}</StateBadge>
      </td>
      <td data-label="Counted as">
        {clock.term} from {dateInWords(clock.startsOn)}, {clock.calendar}
        <span className="quiet block text-[0.93em]">{clock.origin}</span>
      </td>
      {mayAct ? (
        <td data-label="End it">
          {stoppable ? (
            <div className="flex flex-wrap gap-2">
              <ReasonForm
                act="meet-clock"
                what={clock.stage}
                refused={refused}
                summary="It came …"
                day="On which day?"
                label="What came, and how?"
                submit="Record that it came"
              />
              <ReasonForm
                act="stop-clock"
                what={clock.stage}
                refused={refused}
                summary="Stop …"
                submit="Stop this clock"
              />
            </div>
          ) : (
            '–'
          )}
        </td>
      ) : null}
    </tr>
  );
}
