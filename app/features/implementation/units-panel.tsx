/** Units of a change with what was done on each, and the form that records it for those ticked, named, or all the rest. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Radios, Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { Panel } from '../../ui/page';
import { Pager, TableRegion, useSearchLink } from '../../ui/table';
import { timeInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import type { CarryOutPage, UnitLine } from './carry-out-view';
import { OUTCOME_LABELS, OUTCOMES, type Outcome, progressInWords, TEST_LABELS, TESTS } from './outcomes';

const LOOKS = { done: 'settled', failed: 'error', rolled_back: 'warning', not_done: 'plain' } as const;

function Record({ record }: { record: UnitLine['record'] }) {
  if (!record) return <span className="quiet">no record yet</span>;
  const more = [
    record.testNote && `test: ${record.testNote}`,
    record.rollBack && `taken back: ${record.rollBack}`,
    record.deviation && `deviation: ${record.deviation}`,
  ].filter(Boolean);
  return (
    <>
      <StateBadge state={LOOKS[record.outcome]}>{OUTCOME_LABELS[record.outcome]}</StateBadge>
      {more.map((words) => (
        <span key={String(words)} className="block text-[0.93em]">
          {shorten(String(words), 300)}
        </span>
      ))}
    </>
  );
}

const Line = ({ unit, ticks, ticked }: { unit: UnitLine; ticks: boolean; ticked: boolean }) => (
  <tr>
    <th scope="row" className="font-mono font-medium">
      <span className="flex items-start gap-2">
        {ticks ? (
          <input
            type="checkbox"
            name="unit"
            value={unit.id}
            defaultChecked={ticked}
            aria-label={`Unit ${unit.serial}`}
            className="checkbox checkbox-sm"
          />
        ) : null}
        <Link to={`/units/${unit.id}`}>{shorten(unit.serial, 60)}</Link>
      </span>
      <span className="quiet block font-sans font-normal">
        {[unit.location, unit.retired ? 'out of use' : ''].filter(Boolean).join(' · ')}
      </span>
    </th>
    <td data-label="Outcome">
      <Record record={unit.record} />
    </td>
    <td data-label="Version">
      {unit.record ? (
        <>
          {unit.record.versionBefore || 'not known'} → {unit.record.versionAfter || '–'}
          {unit.record.versionAfter && unit.record.versionAfter !== unit.installed ? (
            <span className="block text-[0.93em]">register: {unit.installed || 'not recorded'}</span>
          ) : null}
        </>
      ) : (
        unit.installed || <span className="quiet">not known</span>
      )}
    </td>
    <td data-label="Test">{unit.record ? TEST_LABELS[unit.record.test] : '–'}</td>
    <td data-label="Done">
      {unit.record ? (
        <>
          {timeInWords(unit.record.doneAt)}
          <span className="quiet block text-[0.93em]">{unit.record.doneByName}</span>
        </>
      ) : (
        '–'
      )}
    </td>
  </tr>
);

function ShownLinks({ shown }: { shown: Outcome | 'unrecorded' | '' }) {
  const link = useSearchLink();
  const choices = [
    { value: '', label: 'all' },
    { value: 'unrecorded', label: 'without a record' },
    ...OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })),
  ];
  return (
    <nav aria-label="Which units" className="flex flex-wrap gap-x-3 gap-y-1 px-4 pb-2">
      {choices.map(({ value, label }) => (
        <Link
          key={value}
          to={link({ shown: value || null, after: null, before: null })}
          aria-current={shown === value ? 'page' : undefined}
          className={`inline-block py-0.5 ${shown === value ? 'font-semibold' : 'underline'}`}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

export function UnitsPanel({ page, form }: { page: CarryOutPage; form: FormValues }) {
  const { list, may, progress } = page;
  const ticks = may.record && list.rows.length > 0;
  const content = (
    <>
      {list.rows.length > 0 ? (
        <div className="px-2">
          <TableRegion label="Units of this change">
            <table className="data-table stacks">
              <thead>
                <tr>
                  <th scope="col">Unit</th>
                  <th scope="col">Outcome</th>
                  <th scope="col">Version</th>
                  <th scope="col">Test</th>
                  <th scope="col">Done</th>
                </tr>
              </thead>
              <tbody>
                {list.rows.map((unit) => (
                  <Line key={unit.id} unit={unit} ticks={ticks} ticked={form.values('unit').includes(unit.id)} />
                ))}
              </tbody>
            </table>
          </TableRegion>
        </div>
      ) : (
        <p className="quiet px-4 py-2">No unit here.</p>
      )}
    </>
  );
  return (
    <Panel id="units" title="Units" flush aside={<span className="quiet">{progressInWords(progress)}</span>}>
      {progress.units > 0 ? <ShownLinks shown={list.filters.shown} /> : null}
      {may.record && progress.units > 0 ? (
        <PostForm>
          <input type="hidden" name="intent" value="record" />
          <input type="hidden" name="seen" value={page.seen} />
          {content}
          <RecordFields page={page} form={form} />
        </PostForm>
      ) : (
        content
      )}
      <Pager before={list.before} after={list.after} />
    </Panel>
  );
}

function RecordFields({ page, form }: { page: CarryOutPage; form: FormValues }) {
  const { progress } = page;
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  const scope = form.value('scope') || 'ticked';
  const rest = progress.unrecorded > 0 ? [{ value: 'rest', label: `All ${progress.unrecorded} without a record` }] : [];
  return (
    <div className="flex max-w-4xl flex-col gap-4 p-4">
      <h3>Record what was done</h3>
      <FormErrors errors={form.summary} />
      <FormErrors errors={form.errors('unit')} />
      <Radios
        name="scope"
        label="For which units?"
        value={scope}
        errors={form.errors('scope')}
        choices={[
          { value: 'ticked', label: 'Those ticked above' },
          { value: 'serials', label: 'Those with the serial numbers below' },
          ...rest,
        ]}
      />
      <details open={scope === 'serials' || undefined}>
        <summary className="cursor-pointer py-0.5 font-medium">Serial numbers</summary>
        <TextArea {...field('serials')} label="One a line" rows={3} />
      </details>
      <Radios
        {...field('outcome')}
        label="What became of them?"
        required
        inline
        choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          {...field('versionBefore')}
          label="Version before"
          help="Blank: as the register has it, unit by unit."
        />
        <TextField
          {...field('versionAfter')}
          label="Version after"
          help="The register takes it over. Blank: unchanged."
        />
        <TextField {...field('doneOn')} type="date" label="On" />
        <TextField {...field('doneTime')} label="At (UTC)" help="Hours and minutes, for example 02:30." />
        <Select {...field('doneBy')} label="By whom" blank="Myself" choices={page.people} />
        <TextField
          {...field('onTheSpot')}
          label="On the spot, if that was somebody else"
          help="For example the maker’s service engineer."
        />
      </div>
      <Radios
        {...field('test')}
        label="Test afterwards"
        inline
        choices={TESTS.map((value) => ({ value, label: TEST_LABELS[value] }))}
      />
      <TextArea {...field('testNote')} label="About the test" help="If it failed or was not done: why." rows={2} />
      <TextArea {...field('rollBack')} label="How it was taken back" rows={2} />
      <TextArea {...field('deviation')} label="What went otherwise than planned, or why it was not done" rows={2} />
      <div>
        <Submit>Record</Submit>
      </div>
    </div>
  );
}
