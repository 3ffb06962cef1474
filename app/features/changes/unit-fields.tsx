/** Which units: all, whole wards, single ones. Everything is visible, so that it works without JavaScript. */
import { TextArea } from '../../ui/field';
import type { UnitsToChoose } from '../units/units-to-choose.server';
import type { FieldErrors, Kept } from './posted';
import { WARD_MARK } from './unit-choice';

interface Props {
  units: UnitsToChoose;
  values: Kept;
  errors: FieldErrors;
  /** Units chosen so far; null for a new proposal. */
  chosen: number | null;
}

const plural = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'unit' : 'units'}`;

function Way(props: { value: string; label: string; chosen: boolean; children?: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-6 items-start gap-2">
        <input
          type="radio"
          name="units"
          value={props.value}
          defaultChecked={props.chosen}
          className="radio radio-sm mt-0.5"
        />
        {props.label}
      </label>
      {props.children ? <div className="ml-7">{props.children}</div> : null}
    </div>
  );
}

const Problem = ({ errors }: { errors: string[] | undefined }) =>
  errors?.length ? <p className="font-medium text-error">{errors.join(' ')}</p> : null;

export function UnitFields({ units, values, errors, chosen }: Props) {
  const mode = values.units?.[0] ?? 'later';
  if (units.total === 0) {
    return (
      <section aria-label="Units" className="flex flex-col gap-1">
        <p className="font-medium">Which units?</p>
        <p className="quiet">
          The register has no unit of this model in use yet. Add units there, then choose them here.
        </p>
        <input type="hidden" name="units" value="later" />
      </section>
    );
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Which units?</legend>
      <Problem errors={errors.units} />
      <Way value="later" label={chosen ? `As it is: ${plural(chosen)}` : 'Decide later'} chosen={mode === 'later'} />
      <Way value="all" label={`All of the model: ${plural(units.total)}`} chosen={mode === 'all'} />
      <Way value="wards" label="Whole wards" chosen={mode === 'wards'}>
        <div className="grid max-h-64 gap-x-4 gap-y-1 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
          {units.wards.map((ward) => (
            <label key={ward.name} className="flex min-h-6 items-start gap-2">
              <input
                type="checkbox"
                name="ward"
                value={WARD_MARK + ward.name}
                defaultChecked={values.ward?.includes(WARD_MARK + ward.name)}
                className="checkbox checkbox-sm mt-0.5"
              />
              <span>
                {ward.name || 'no location recorded'} <span className="quiet">({ward.count})</span>
              </span>
            </label>
          ))}
        </div>
        <Problem errors={errors.ward} />
      </Way>
      <Way value="picked" label="Single units" chosen={mode === 'picked'}>
        <div className="flex flex-col gap-2">
          {units.units.length > 0 ? (
            <div className="grid max-h-64 gap-x-4 gap-y-1 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
              {units.units.map((unit) => (
                <label key={unit.id} className="flex min-h-6 items-start gap-2">
                  <input
                    type="checkbox"
                    name="unit"
                    value={unit.id}
                    defaultChecked={values.unit?.includes(unit.id)}
                    className="checkbox checkbox-sm mt-0.5"
                  />
                  <span>
                    <span className="font-mono">{unit.serial}</span>{' '}
                    <span className="quiet">{[unit.location, unit.installedVersion].filter(Boolean).join(', ')}</span>
                  </span>
                </label>
              ))}
            </div>
          ) : (
            <TextArea
              name="serials"
              label="Serial numbers"
              help="One a line, as the register has them."
              value={values.serials?.[0]}
              errors={errors.serials}
            />
          )}
        </div>
      </Way>
    </fieldset>
  );
}
