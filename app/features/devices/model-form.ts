/** The form of a device model. */
import { z } from 'zod';
import { sourceFields } from '../provenance/source';
import { optionalDate, optionalText, requiredText } from '../text-input';
import { MAY_BE_UNKNOWN, type ModelValues } from './model-fields';
import { udiProblem } from './udi';

/** Version of the record on which a form is based. */
export const versionField = z
  .string({ error: 'The form is damaged. Reload the page.' })
  .regex(/^\d{1,9}$/, 'The form is damaged. Reload the page.')
  .transform(Number);

const supplierChoice = z.union([z.uuid(), z.literal('new')], { error: 'Choose the maker, or name a new one.' });

const fields = z.object({
  supplierId: supplierChoice,
  newSupplier: optionalText(),
  name: requiredText('Give the model its name, as on the device.'),
  modelNumber: optionalText(),
  kind: requiredText('Say what kind of device it is, for example "infusion pump".'),
  udiDi: optionalText().refine((udi) => udi === '' || udiProblem(udi)?.severity !== 'refused', {
    error: 'A UDI-DI has no line breaks and at most 200 characters.',
  }),
  intendedPurpose: optionalText(),
  softwareVersion: optionalText(),
  osProduct: optionalText(),
  osRelease: optionalText(),
  networkConnected: z.enum(['yes', 'no', 'unknown'], { error: 'Choose yes, no or not known.' }).optional(),
  networkNeeds: optionalText(),
  remoteAccess: optionalText(),
  maintenance: optionalText(),
  clinicalOwner: optionalText(),
  tolerableDowntime: optionalText(),
  fallback: optionalText(),
  makerSupportEnds: optionalDate(),
  /** Looked for, and not known. */
  unknown: z.array(z.enum(MAY_BE_UNKNOWN, { error: 'Choose from the list.' })).default([]),
  /** The source also confirms what is left as it was. */
  confirms: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
  ...sourceFields,
});

const consistent = (form: z.output<typeof fields>, context: z.core.$RefinementCtx) => {
  if (form.supplierId === 'new' && form.newSupplier === '') {
    context.addIssue({ code: 'custom', path: ['newSupplier'], message: 'Name the new maker, or choose one above.' });
  }
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

export const ModelForm = fields.superRefine(consistent);
export const EditModelForm = fields.extend({ version: versionField }).superRefine(consistent);

export type ModelInput = z.output<typeof ModelForm>;

/** What a form says about the model, with the maker's id and name settled. */
export const modelValues = (form: ModelInput, supplier: { id: string; name: string }): ModelValues => ({
  supplierId: supplier.id,
  manufacturer: supplier.name,
  name: form.name,
  modelNumber: form.modelNumber,
  kind: form.kind,
  udiDi: form.udiDi,
  intendedPurpose: form.intendedPurpose,
  softwareVersion: form.softwareVersion,
  osProduct: form.osProduct,
  osRelease: form.osRelease,
  networkConnected: form.networkConnected === 'yes' ? true : form.networkConnected === 'no' ? false : null,
  networkNeeds: form.networkNeeds,
  remoteAccess: form.remoteAccess,
  maintenance: form.maintenance,
  clinicalOwner: form.clinicalOwner,
  tolerableDowntime: form.tolerableDowntime,
  fallback: form.fallback,
  makerSupportEnds: form.makerSupportEnds,
});

/** The fields a form ticks as not known. */
export const unknownIn = (form: ModelInput): string[] =>
  form.networkConnected === 'unknown' ? [...form.unknown, 'networkConnected'] : form.unknown;

/** The saved values of a model as its form shows them. */
export const modelFormDefaults = (values: ModelValues): Record<string, string> => ({
  supplierId: values.supplierId,
  name: values.name,
  modelNumber: values.modelNumber,
  kind: values.kind,
  udiDi: values.udiDi,
  intendedPurpose: values.intendedPurpose,
  softwareVersion: values.softwareVersion,
  osProduct: values.osProduct,
  osRelease: values.osRelease,
  networkConnected: values.networkConnected === null ? '' : values.networkConnected ? 'yes' : 'no',
  networkNeeds: values.networkNeeds,
  remoteAccess: values.remoteAccess,
  maintenance: values.maintenance,
  clinicalOwner: values.clinicalOwner,
  tolerableDowntime: values.tolerableDowntime,
  fallback: values.fallback,
  makerSupportEnds: values.makerSupportEnds ?? '',
});
