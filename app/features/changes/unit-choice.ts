/** Which units of a model a change is for, as a form says it. Pure. */
import { z } from 'zod';
import { storableText } from '../text-input';
import { type Kept, postedText, postedTexts } from './posted';

export const UNIT_MODES = ['later', 'all', 'wards', 'picked'] as const;
export type UnitMode = (typeof UNIT_MODES)[number];

export interface UnitChoice {
  mode: UnitMode;
  /** Locations as the register writes them; the empty text is "no location recorded". */
  wards: string[];
  unitIds: string[];
  /** Serial numbers, typed one per line. */
  serials: string[];
}

/** Ward names are posted behind this mark, so that a unit without a location can be chosen too. */
export const WARD_MARK = '=';

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** Reads the fields units, ward, unit and serials. Ids that are none are left out: nobody types them. */
export function readUnitChoice(form: FormData): UnitChoice {
  const mode = postedText(form, 'units');
  return {
    mode: UNIT_MODES.find((one) => one === mode) ?? 'later',
    wards: postedTexts(form, 'ward')
      .filter((name) => name.startsWith(WARD_MARK))
      .map((name) => name.slice(WARD_MARK.length)),
    unitIds: postedTexts(form, 'unit').filter(isUuid),
    serials: storableText(postedText(form, 'serials'))
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}

/** The form fields of a choice, for showing it again. */
export const keptChoice = (choice: UnitChoice): Kept => ({
  units: [choice.mode],
  ward: choice.wards.map((name) => WARD_MARK + name),
  unit: choice.unitIds,
  serials: [choice.serials.join('\n')],
});
