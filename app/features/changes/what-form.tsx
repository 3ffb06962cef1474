/** Step "What": which device, what is proposed, why, for which units, by when. */
import { useActionData } from '@remix-run/react';
import { TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm } from '../../ui/form';
import { Panel } from '../../ui/page';
import type { KnownVulnerability } from '../devices/known-vulnerabilities.server';
import { EditConflictNotice } from './edit-conflict-notice';
import { KindChoice } from './kind-choice';
import type { StepSaved } from './save-what.server';
import { StepButtons } from './step-frame';
import { UnitFields } from './unit-fields';
import { vulnerabilityLines } from './vulnerability-input';
import type { WhatStep } from './what-step.server';

export type RefusedStep = Extract<StepSaved, { ok: false }>;

function KnownVulnerabilities({ known, ticked }: { known: KnownVulnerability[]; ticked: readonly string[] }) {
  if (known.length === 0) return null;
  // What was typed and refused comes back as lines; what is saved comes as ids.
  const isTicked = (one: KnownVulnerability) => ticked.some((text) => text.split(' ')[0] === one.cve);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">Vulnerabilities published about this model</legend>
      <p className="quiet mb-1">From the advisories in the register. Tick those that are the reason for the change.</p>
      <div className="grid max-h-72 gap-1 overflow-y-auto">
        {known.map((one) => (
          <label key={one.cve} className="flex min-h-6 items-start gap-2">
            <input
              type="checkbox"
              name="known"
              value={vulnerabilityLines([one])}
              defaultChecked={isTicked(one)}
              className="checkbox checkbox-sm mt-0.5"
            />
            <span>
              <span className="font-mono">{one.cve}</span>{' '}
              <span className="quiet">
                {one.advisory}: {one.title}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function WhatStepForm({ data, draftId }: { data: WhatStep; draftId?: string }) {
  const refused = useActionData<RefusedStep>();
  const values = refused ? refused.kept : data.values;
  const errors = refused?.errors ?? {};
  const text = (name: string) => values[name]?.[0];
  const version = refused?.conflict?.version ?? data.change?.version;
  return (
    <PostForm className="flex flex-col gap-4">
      {draftId ? <input type="hidden" name="draft" value={text('draft') ?? draftId} /> : null}
      <input type="hidden" name="modelId" value={data.model.id} />
      {version ? <input type="hidden" name="version" value={version} /> : null}
      {refused?.conflict ? <EditConflictNotice conflict={refused.conflict} /> : null}
      <FormErrors errors={summaryOf(errors)} />
      <Panel title="The change">
        <div className="flex flex-col gap-4">
          <TextField
            name="title"
            label="Title"
            required
            help="One line that people will recognise, for example “Install the March Windows security roll-up”."
            value={text('title')}
            errors={errors.title}
          />
          <TextArea
            name="description"
            label="Description"
            help="What is done, in which order, with which files or rules; patch or ticket numbers."
            value={text('description')}
            errors={errors.description}
          />
          <KindChoice chosen={values.kinds ?? []} errors={errors.kinds} />
        </div>
      </Panel>
      <Panel title="Why">
        <div className="flex flex-col gap-4">
          <KnownVulnerabilities known={data.known} ticked={values.known ?? []} />
          <TextArea
            name="cves"
            label={data.known.length > 0 ? 'Other vulnerabilities' : 'Vulnerabilities'}
            help={
              <>
                One CVE a line, with its CVSS vector after it where you know it:{' '}
                <span className="font-mono">CVE-2017-0144 CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H</span>. None:
                leave it empty.
              </>
            }
            rows={3}
            value={text('cves')}
            errors={[...(errors.cves ?? []), ...(errors.known ?? [])]}
          />
        </div>
      </Panel>
      <Panel title="Where and until when">
        <div className="flex flex-col gap-4">
          <UnitFields units={data.units} values={values} errors={errors} chosen={data.chosenUnits} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name="softwareVersion"
              label="Software version now installed"
              help={versionHelp(data)}
              value={text('softwareVersion')}
              errors={errors.softwareVersion}
            />
            <TextField
              name="neededBy"
              type="date"
              label="Needed by"
              help="The day an alert, contract or plan names. May stay empty."
              value={text('neededBy')}
              errors={errors.neededBy}
            />
          </div>
        </div>
      </Panel>
      <StepButtons step="what" />
    </PostForm>
  );
}

/** Above the form: what refers to the form as a whole, and that something below was refused. */
function summaryOf(errors: Record<string, string[]>): string[] {
  const whole = [...(errors[''] ?? []), ...(errors.modelId ?? [])];
  const fields = Object.keys(errors).filter((name) => name !== '' && name !== 'modelId');
  return fields.length > 0
    ? [...whole, 'Not saved yet: something below needs another look. Nothing you typed is lost.']
    : whole;
}

/** One version is judged; where the units differ, a person has to see it. */
function versionHelp({ units, model }: WhatStep): string {
  const own = units.versions.filter(({ release }) => release !== model.softwareVersion);
  if (own.length === 0) return 'From the register. Correct it here where these units differ.';
  const words = own.map(({ release, count }) => `${release} on ${count}`).join(', ');
  return `From the register, for the model; units recorded otherwise: ${words}. Units on another version are a change of their own.`;
}
