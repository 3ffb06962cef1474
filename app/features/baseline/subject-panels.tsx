/** One subject of a baseline: what documents say, the units, and the two forms. */
import { Link } from '@remix-run/react';
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { LongText, shorten } from '../../ui/long-text';
import { Empty, Panel } from '../../ui/page';
import { Pager, TableRegion } from '../../ui/table';
import { type FormValues, formValues } from '../form-values';
import type { Page } from '../keyset';
import { SourceLine } from '../provenance/fact-list';
import { SourceFields } from '../provenance/source-fields';
import type { RefusedForm } from '../save-form.server';
import { knownInWords, LineBadge, ValueText } from './baseline-tables';
import type { SubjectView } from './get-baseline.server';
import type { SubjectUnit } from './get-subject.server';
import { SOURCE_WORDS, SOURCES } from './subjects';

export function LinesPanel(props: { subject: SubjectView; mayEdit: boolean; refused: RefusedForm | null }) {
  const { subject, mayEdit, refused } = props;
  return (
    <Panel title="What documents say">
      {subject.lines.length === 0 ? (
        <Empty title="Nobody said anything on this.">
          Neither the documents that were read, nor the MDS2 form, nor the maker: that is no “no”.
        </Empty>
      ) : (
        <ul className="flex flex-col gap-3">
          {subject.lines.map((line, place) => {
            const form = formValues(refused?.kept.line?.[0] === line.id ? refused : null);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one subject never change places
              <li key={place} className="border-t border-base-300 pt-3 first:border-t-0 first:pt-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {SOURCE_WORDS[line.source].label} <LineBadge state={line.state} />
                </p>
                <p>
                  <LongText text={line.says} />
                </p>
                {line.about ? <p className="quiet">{shorten(line.about, 400)}</p> : null}
                <p>
                  <SourceLine source={line.from} />
                  <span className="quiet text-[0.93em]"> · put right by {SOURCE_WORDS[line.source].fixes}</span>
                </p>
                {mayEdit && line.id ? (
                  <details open={Boolean(form.summary)}>
                    <summary className="cursor-pointer py-1">Take this line back</summary>
                    <PostForm className="mt-1 flex max-w-xl flex-col gap-2">
                      <FormErrors errors={form.summary} />
                      <input type="hidden" name="intent" value="retire" />
                      <input type="hidden" name="line" value={line.id} />
                      <TextField
                        name="reason"
                        label={`Why the line of “${SOURCE_WORDS[line.source].label}” is taken back`}
                        required
                        value={form.value('reason')}
                        errors={form.errors('reason')}
                      />
                      <div>
                        <Submit look="danger" small>
                          Take back
                        </Submit>
                      </div>
                    </PostForm>
                  </details>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

export function SubjectUnits(props: {
  units: Page<SubjectUnit>;
  subject: SubjectView;
  modelId: string;
  onlyDiffering: boolean;
}) {
  const { units, subject, modelId, onlyDiffering } = props;
  const base = `/devices/${modelId}/baseline/${subject.id}`;
  return (
    <Panel
      title={onlyDiffering ? 'Units that differ' : 'Units in use'}
      flush
      aside={
        onlyDiffering ? (
          <Link to={base}>Show all units</Link>
        ) : subject.unitsDiffer > 0 ? (
          <Link to={`${base}?shown=differs`}>Show the {subject.unitsDiffer.toLocaleString('en-GB')} that differ</Link>
        ) : null
      }
    >
      {units.rows.length > 0 ? (
        <TableRegion label="Units">
          <table className="data-table stacks">
            <thead>
              <tr>
                <th scope="col">Unit</th>
                <th scope="col">Place</th>
                <th scope="col">Installed</th>
                <th scope="col">Known by</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {units.rows.map((unit) => (
                <tr key={unit.id}>
                  <th scope="row" className="font-medium">
                    <Link to={`/units/${unit.id}`}>{unit.serial}</Link>
                  </th>
                  <td data-label="Place">{unit.place || '–'}</td>
                  <td data-label="Installed">
                    <ValueText value={unit.value} />
                  </td>
                  <td data-label="Known by">{knownInWords(unit.knownBy, unit.foundOn) || '–'}</td>
                  <td data-label="State">
                    <LineBadge state={unit.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      ) : (
        <div className="p-4">
          <Empty title={onlyDiffering ? 'No unit differs.' : 'No unit is in use.'} />
        </div>
      )}
      <Pager before={units.before} after={units.after} />
    </Panel>
  );
}

export function NewLinePanel({ form }: { form: FormValues }) {
  return (
    <Panel title="Add what a document says">
      <PostForm className="flex flex-col gap-3">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="intent" value="line" />
        <Select
          name="source"
          label="Document"
          required
          blank="Choose"
          choices={SOURCES.map((source) => ({ value: source, label: SOURCE_WORDS[source].label }))}
          value={form.value('source')}
          errors={form.errors('source')}
        />
        <TextArea
          name="says"
          rows={3}
          label="What it says"
          required
          help="In its words. “4.2.x”, “4.2 or later” and “A or B” are understood."
          value={form.value('says')}
          errors={form.errors('says')}
        />
        <SourceFields form={form} />
        <div>
          <Submit>Add line</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}

export function FoundPanel({ form }: { form: FormValues }) {
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <Panel title="Record what was found">
      <PostForm className="flex flex-col gap-3">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="intent" value="found" />
        <TextArea {...text('found')} rows={3} label="What was found" required help="“none” is an answer." />
        <TextField {...text('foundOn')} type="date" label="Looked at on" required />
        <TextField {...text('how')} label="How" help="Read from the screen, a scan, the maker’s service." />
        <TextArea
          {...text('serials')}
          rows={3}
          label="On which units"
          help="Serial numbers, one a line. Empty: on some, and taken for every unit nobody looked at by itself."
        />
        <div>
          <Submit>Record</Submit>
        </div>
      </PostForm>
    </Panel>
  );
}
