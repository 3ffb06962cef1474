/** The form of one policy, with what it would change for a letter sent today. */
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, PageHeader, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { PolicyEditView } from './policy-views';

const UNITS = [
  { value: 'working', label: 'working days' },
  { value: 'calendar', label: 'calendar days' },
];

const STAGES = [
  ['acknowledge', 'Acknowledgement within'],
  ['position', 'Position within'],
  ['fix', 'Fix or plan within'],
] as const;

interface Props {
  page: PolicyEditView;
  kept: Record<string, string[]>;
  errors: Record<string, string[]>;
}

export function PolicyEditPage({ page, kept, errors }: Props) {
  const field = (name: string) => ({ name, value: kept[name]?.[0] ?? page.fields[name], errors: errors[name] });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Settings', to: '/settings' },
          { label: 'Clocks', to: '/settings/clocks' },
        ]}
        title={`Clocks for ${page.supplier ?? 'all suppliers'}`}
        sub={`Severity: ${page.severity.toLowerCase()}`}
      />
      {page.isSet ? null : (
        <Notice kind="info">Nothing is set for this yet. The form shows what holds instead; saving sets it.</Notice>
      )}
      <Panel title="Days">
        <PostForm className="flex flex-col gap-4">
          <FormErrors errors={errors['']} />
          <input type="hidden" name="version" value={kept.version?.[0] ?? page.version} />
          {STAGES.map(([stage, label]) => (
            <fieldset key={stage} className="grid max-w-xl grid-cols-1 gap-3 sm:grid-cols-2">
              <TextField {...field(`${stage}Days`)} label={label} type="number" required />
              <Select
                {...field(`${stage}Unit`)}
                label={`Counted in (${label.split(' ')[0]?.toLowerCase()})`}
                choices={UNITS}
              />
            </fieldset>
          ))}
          <div className="max-w-xl">
            <Select
              {...field('calendar')}
              label="Calendar of holidays"
              help="Dates in calendar days that fall on a holiday or weekend move to the next working day."
              choices={page.calendars}
            />
          </div>
          <div className="max-w-xl">
            <TextField
              {...field('reminderOffsets')}
              label="Reminders"
              help="Working days relative to each date: -3 is before, 0 on the day, 5 after. Empty: none."
            />
          </div>
          <div className="max-w-xl">
            <TextField
              {...field('escalateAfter')}
              label="Draft an escalation after"
              help="Working days after a date. It waits for approval. Empty: not by itself."
            />
          </div>
          <div className="max-w-xl">
            <TextArea {...field('why')} label="Why these" help="A contract, an agreement: where they come from." />
          </div>
          <div className="flex flex-wrap gap-2">
            <Submit name="intent" value="save">
              Save
            </Submit>
            <Submit name="intent" value="preview" look="plain">
              Show what would change
            </Submit>
            {page.isSet ? (
              <Submit name="intent" value="remove" look="danger">
                Remove, and go back to what holds otherwise
              </Submit>
            ) : null}
          </div>
        </PostForm>
      </Panel>
      <Preview page={page} />
    </>
  );
}

const Preview = ({ page }: { page: PolicyEditView }) => (
  <Panel title="A letter sent today" id="preview" flush>
    <p className="quiet px-4">
      Sent on {dateInWords(page.today)}, {page.changed ? 'with what you typed' : 'as it holds now'}. Nothing is saved by
      looking.
    </p>
    <TableRegion label="Dates of a letter sent today">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Wanted by</th>
            <th scope="col">Before</th>
            <th scope="col">Reminders</th>
            <th scope="col">Escalation drafted</th>
          </tr>
        </thead>
        <tbody>
          {page.preview.map(({ what, before, after, steps }) => {
            const days = (kind: string) =>
              steps
                .filter((step) => step.kind === kind)
                .map(({ on }) => dateInWords(on))
                .join(', ') || 'none';
            return (
              <tr key={what}>
                <td className="font-medium">{what}</td>
                <td data-label="Wanted by">{dateInWords(after)}</td>
                <td data-label="Before">{before === after ? 'the same' : dateInWords(before)}</td>
                <td data-label="Reminders">{days('reminder')}</td>
                <td data-label="Escalation drafted">{days('escalation')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  </Panel>
);
