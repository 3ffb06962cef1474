/** A unit's network details, to read and to edit. */
import { Checkboxes, Select, TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { factInWords } from '../provenance/statements';
import { CONTROL_IDS, controlLabel } from './detail-form';
import { DETAIL_FIELDS, type DetailValues } from './detail-values';

export function DetailFacts({ details }: { details: DetailValues }) {
  const shown = { ...details, controls: details.controls.map(controlLabel) };
  return (
    <dl className="flex flex-col">
      {DETAIL_FIELDS.map(({ field, label, of }) => {
        const value = of(shown);
        return (
          <div
            key={field}
            className="grid grid-cols-1 gap-x-4 border-t border-base-300 py-1.5 first:border-t-0 sm:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <dt className="quiet">{label}</dt>
            <dd className="min-w-0 break-words">
              {value === null ? (
                <span className="quiet">{field === 'controls' ? 'none recorded' : 'not known'}</span>
              ) : (
                factInWords(value)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export function DetailFields({ form }: { form: FormValues }) {
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <div className="panel grid grid-cols-1 items-start gap-3 p-4 sm:grid-cols-2">
      <TextField {...text('ipAddress')} label="IP address" help="One address of either family." />
      <TextField {...text('macAddress')} label="MAC address" />
      <TextField {...text('hostname')} label="Host name" />
      <TextField {...text('behind')} label="Behind" help="“VLAN 210 behind firewall F3”." />
      <Select {...text('holdsPatientData')} label="Does it hold patient data?" blank="Not known" choices={YES_NO} />
      <Select
        {...text('internetReachable')}
        label="Can it be reached from the internet?"
        blank="Not known"
        choices={YES_NO}
      />
      <div className="sm:col-span-2">
        <Checkboxes
          name="controls"
          label="Controls in place"
          help="Nothing ticked: none recorded."
          choices={CONTROL_IDS.map((id) => ({ value: id, label: controlLabel(id) }))}
          values={form.values('controls')}
          errors={form.errors('controls')}
        />
      </div>
      <TextField
        {...text('contractEnds')}
        type="date"
        label="Bought support ends"
        help="Last day of a contract or of extended security updates for this unit."
      />
      <TextField {...text('lot')} label="Lot" />
      <TextField {...text('manufacturedOn')} type="date" label="Made on" />
    </div>
  );
}
