/** The forms of units: several new ones at once, and one to edit. */
import { z } from 'zod';
import { versionField } from '../devices/model-form';
import { sourceFields } from '../provenance/source';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { UNIT_UNKNOWN, type UnitValues } from './unit-fields';

/** Most units one form adds; a whole inventory is imported instead. */
export const MOST_UNITS = 500;

const shared = {
  site: optionalText(),
  location: optionalText(),
  networkZone: optionalText(),
  installedVersion: optionalText(),
  osProduct: optionalText(),
  osRelease: optionalText(),
  owner: optionalText(),
  suppliedOn: optionalDate(),
  notes: optionalText(),
  unknown: z.array(z.enum(UNIT_UNKNOWN, { error: 'Choose from the list.' })).default([]),
  ...sourceFields,
};

type Shared = z.output<z.ZodObject<typeof shared>> & { assetTag?: string };

const consistent = (form: Shared, context: z.core.$RefinementCtx) => {
  if (form.osRelease !== '' && form.osProduct === '') {
    context.addIssue({ code: 'custom', path: ['osProduct'], message: 'Name the operating system of this release.' });
  }
  for (const field of form.unknown) {
    const name = field === 'operatingSystem' ? 'osProduct' : field;
    if (form[name]) {
      context.addIssue({ code: 'custom', path: [name], message: 'Given here, but ticked below as not known.' });
    }
  }
};

/** Serial numbers one a line; an asset tag may follow after a tab, comma or semicolon. */
export function readSerials(text: string): { serial: string; assetTag: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [serial = '', ...rest] = line.split(/[\t,;]/);
      return { serial: serial.trim(), assetTag: rest.join(' ').trim() };
    });
}

const serials = requiredText('Give at least one serial number, one a line.').transform((text, context) => {
  const read = readSerials(text);
  const problem = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (read.length > MOST_UNITS) return problem(`More than ${MOST_UNITS} units. Add them in several steps.`);
  const nameless = read.findIndex(({ serial }) => serial === '');
  if (nameless >= 0) return problem(`Line ${nameless + 1} has no serial number.`);
  const seen = new Set<string>();
  for (const { serial } of read) {
    if (seen.has(serial)) return problem(`The serial number “${serial.slice(0, 60)}” stands here twice.`);
    seen.add(serial);
  }
  return read;
});

export const AddUnitsForm = z.object({ serials, ...shared }).superRefine(consistent);

export const EditUnitForm = z
  .object({
    version: versionField,
    serial: requiredText('Give the serial number.'),
    assetTag: optionalText(),
    confirms: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
    ...shared,
  })
  .superRefine(consistent);

export type AddUnitsInput = z.output<typeof AddUnitsForm>;
export type EditUnitInput = z.output<typeof EditUnitForm>;

/** What a form says about one unit. */
export const unitValues = (
  form: Omit<z.output<z.ZodObject<typeof shared>>, 'unknown'>,
  { serial, assetTag }: { serial: string; assetTag: string },
): UnitValues => ({
  serial,
  assetTag,
  site: form.site,
  location: form.location,
  networkZone: form.networkZone,
  installedVersion: form.installedVersion,
  osProduct: form.osProduct,
  osRelease: form.osRelease,
  owner: form.owner,
  suppliedOn: form.suppliedOn,
  notes: form.notes,
});
