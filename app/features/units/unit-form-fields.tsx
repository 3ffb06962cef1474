/** The fields units share in every form. */
import { TextArea, TextField } from '../../ui/field';
import { OsFields } from '../devices/os-fields';
import type { FormValues } from '../form-values';
import { SourceFields } from '../provenance/source-fields';
import { UnknownFields } from '../provenance/unknown-fields';
import { UNIT_UNKNOWN, unitFieldLabel } from './unit-fields';

export function UnitFormFields(props: {
  form: FormValues;
  /** What the units have from their model while they say nothing themselves. */
  inherited: { version: string; os: string };
  /** The fields above the shared ones. */
  children: React.ReactNode;
  editing: boolean;
}) {
  const { form, inherited } = props;
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <>
      <div className="panel grid grid-cols-1 items-end gap-3 p-4 sm:grid-cols-2">
        {props.children}
        <TextField {...text('site')} label="Site" help="“General Hospital”." />
        <TextField {...text('location')} label="Location" help="Ward or room: “Cardiology ward 7”." />
        <TextField {...text('networkZone')} label="Network zone" help="VLAN or zone as your network team calls it." />
        <TextField {...text('owner')} label="Owner" help="Department that answers for it." />
        <TextField
          {...text('installedVersion')}
          label="Installed version"
          help={`Leave empty where it is the model’s: ${inherited.version || 'not recorded'}.`}
        />
        <TextField
          {...text('suppliedOn')}
          type="date"
          label="Supplied on"
          help="Before 26 May 2021 other rules hold in the European Union."
        />
        <OsFields form={form} inherited={inherited.os || 'not recorded'} />
        <div className="sm:col-span-2">
          <TextArea {...text('notes')} rows={2} label="Notes" />
        </div>
      </div>
      <UnknownFields form={form} fields={UNIT_UNKNOWN} labelOf={unitFieldLabel} />
      <SourceFields form={form} confirms={props.editing} />
    </>
  );
}
