/** The forms of imports. Pure. */
import { z } from 'zod';
import { optionalDate, optionalText, requiredText } from '../text-input';

export const ImportParams = z.object({ importId: z.uuid() });

const PURPOSE = ['feed', 'inventory', 'components', 'mds2'] as const;

/** Without a file: what is brought, and for which model. */
export const BringForm = z
  .object({
    purpose: z.enum(PURPOSE, { error: 'Say what the file is for.' }),
    modelId: z.union([z.uuid(), z.literal('')], { error: 'Choose the model from the list.' }).optional(),
    softwareVersion: optionalText(),
    documentDate: optionalDate(),
    saidBy: optionalText(),
  })
  .superRefine((form, context) => {
    const ofModel = form.purpose === 'components' || form.purpose === 'mds2';
    if (ofModel && !form.modelId) {
      context.addIssue({ code: 'custom', path: ['modelId'], message: 'Say which model the file is about.' });
    }
  });
export type BringForm = z.output<typeof BringForm>;

const ticked = z.literal('yes', { error: 'Tick it or leave it.' }).optional();

/** What is done with an import; one form a button. */
export const ActForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('apply'), retireGone: ticked, confirmed: ticked }),
  z.object({ act: z.literal('allow'), mayCreate: ticked, mayRestore: ticked }),
  z.object({ act: z.literal('cancel') }),
  z.object({ act: z.literal('go-on') }),
  z.object({ act: z.literal('undo'), reason: requiredText('Say why: it stays in the record.') }),
]);
export type ActForm = z.output<typeof ActForm>;
