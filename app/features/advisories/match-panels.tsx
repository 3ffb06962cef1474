/** The panels of one match: what it says of each version, how it is decided, and what texts mean. */
import { Radios, Select, TextArea } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { Empty, Panel } from '../../ui/page';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import { ModelSearch, modelLabel } from './add-match-panel';
import { VerdictBadge } from './document-panels';
import type { MatchPage } from './get-match.server';

export const VersionsPanel = ({ page }: { page: MatchPage }) => (
  <Panel title="What it says of our units, by version" flush>
    {page.versions.length === 0 ? (
      <div className="p-4">
        <Empty title="No unit of this model is in use." />
      </div>
    ) : (
      <TableRegion label="Versions of our units">
        <table className="data-table stacks">
          <thead>
            <tr>
              <th scope="col">Version here</th>
              <th scope="col">Units</th>
              <th scope="col">They are</th>
              <th scope="col">Because</th>
            </tr>
          </thead>
          <tbody>
            {page.versions.map((one) => (
              <tr key={one.version}>
                <th scope="row" className="max-w-48 break-words">
                  {one.version || 'not known'}
                </th>
                <td data-label="Units">{one.units.toLocaleString('en-GB')}</td>
                <td data-label="They are">
                  <VerdictBadge verdict={one.verdict} />
                </td>
                <td data-label="Because" className="max-w-lg break-words">
                  {shorten(one.because, 300)}
                  {one.otherwise.length > 0 ? (
                    <details>
                      <summary className="min-h-6 cursor-pointer">
                        otherwise for {one.otherwise.length}{' '}
                        {one.otherwise.length === 1 ? 'vulnerability' : 'vulnerabilities'}
                      </summary>
                      <ul>
                        {one.otherwise.map(({ cve, verdict, because }) => (
                          <li key={cve}>
                            <span className="font-mono">{cve}</span> <VerdictBadge verdict={verdict} />{' '}
                            {shorten(because, 200)}
                          </li>
                        ))}
                      </ul>
                    </details>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    )}
  </Panel>
);

export function ConfirmPanel({ page, form }: { page: MatchPage; form: FormValues }) {
  const { match } = page;
  return (
    <PostForm className="panel flex flex-col gap-3 p-4">
      <h2>Is it this device?</h2>
      <FormErrors errors={form.summary} />
      <input type="hidden" name="version" value={form.version(match.version)} />
      <TextArea
        name="reason"
        rows={3}
        label="How do you know?"
        help="Kept with your name, and used again when another advisory names this product."
        required
        value={form.value('reason')}
        errors={form.errors('reason')}
      />
      <div className="flex flex-wrap gap-2">
        <Submit name="intent" value="confirm">
          Yes, it is {shorten(match.model.name, 60)}
        </Submit>
        <Submit look="danger" name="intent" value="reject">
          No, it is not
        </Submit>
      </div>
    </PostForm>
  );
}

export const CorrectPanel = ({ page, form }: { page: MatchPage; form: FormValues }) => (
  <Panel title="It is another model">
    <div className="flex flex-col gap-3">
      <ModelSearch q={page.q} more={page.more} />
      <PostForm className="flex flex-col gap-3">
        <FormErrors errors={form.summary} />
        <input type="hidden" name="version" value={form.version(page.match.version)} />
        <Select
          name="model"
          label="The model that is meant"
          blank="Choose"
          choices={page.models.map((one) => ({ value: one.id, label: shorten(modelLabel(one), 140) }))}
          value={form.value('model')}
          errors={form.errors('model')}
          required
        />
        <TextArea
          name="reason"
          rows={2}
          label="How do you know?"
          required
          value={form.value('reason')}
          errors={form.errors('reason')}
        />
        <div>
          <Submit look="plain" name="intent" value="correct">
            Move the match to this model
          </Submit>
        </div>
      </PostForm>
    </div>
  </Panel>
);

const VERDICT_CHOICES = [
  { value: 'affected', label: 'It is hit' },
  { value: 'not_affected', label: 'It is not hit' },
  { value: 'unclear', label: 'It stays unclear' },
];

/** Version texts that no rule reads, and what people read out of them. */
export const ReadPanel = ({ page, form }: { page: MatchPage; form: FormValues }) =>
  page.texts.length === 0 && page.readings.length === 0 ? null : (
    <Panel title="What the version text means">
      <div className="flex flex-col gap-3">
        <ul className="flex flex-col gap-1">
          {page.readings.map((one) => (
            <li key={one.id} className="break-words">
              “{shorten(one.text, 120)}”, for {one.version || 'units of unknown version'}:{' '}
              {one.verdict.replaceAll('_', ' ')}.{' '}
              <span className="quiet">
                {one.saidByName}, {dateInWords(one.saidAt)}: {shorten(one.reason, 200)}
              </span>
            </li>
          ))}
        </ul>
        {page.may.decide && page.texts.length > 0 ? (
          <PostForm className="flex flex-col gap-3">
            <FormErrors errors={form.summary} />
            <Select
              name="text"
              label="As the advisory writes it"
              choices={page.texts.map((text) => ({ value: text, label: shorten(text, 140) }))}
              value={form.value('text')}
              errors={form.errors('text')}
            />
            <Select
              name="ours"
              label="For our version"
              choices={page.versions.map(({ version, units }) => ({
                value: version,
                label: `${version || 'not known'} (${units} ${units === 1 ? 'unit' : 'units'})`,
              }))}
              value={form.value('ours')}
              errors={form.errors('ours')}
            />
            <Radios
              name="verdict"
              label="This version"
              choices={VERDICT_CHOICES}
              value={form.value('verdict')}
              errors={form.errors('verdict')}
              required
            />
            <TextArea
              name="reason"
              rows={2}
              label="How do you know?"
              required
              value={form.value('reason')}
              errors={form.errors('reason')}
            />
            <div>
              <Submit look="plain" name="intent" value="read">
                Say what it means
              </Submit>
            </div>
          </PostForm>
        ) : null}
      </div>
    </Panel>
  );
