/** The fields of a proposal's first two steps. Only what a draft cannot be kept without is required; the rest may wait. */
import { z } from 'zod';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { optionalDate, optionalText, requiredText, storableText } from '../text-input';
import { isChangeActor } from './actors';
import { readVulnerabilities } from './vulnerability-input';

const lines = (text: string, context: z.core.$RefinementCtx) => {
  const reading = readVulnerabilities(storableText(text));
  if (reading.ok) return reading.vulnerabilities;
  for (const message of reading.problems) context.addIssue({ code: 'custom', message });
  return z.NEVER;
};

/** Step "What". */
export const WhatForm = z
  .object({
    title: requiredText('Give the proposal a title, for example what is to be installed where.'),
    description: optionalText(),
    kinds: z
      .array(z.enum(KIND_IDS, { error: 'Choose kinds of change from the list.' }))
      .default([])
      .transform((kinds) => KIND_IDS.filter((id) => kinds.includes(id))),
    softwareVersion: optionalText(),
    /** Ticked among the known vulnerabilities of the model: each posts a line as one would type it. */
    known: z
      .array(z.string())
      .default([])
      .transform((ticked, context) => lines(ticked.join('\n'), context)),
    cves: z.string().default('').transform(lines),
    neededBy: optionalDate(),
  })
  .transform(({ known, cves, ...rest }) => ({
    ...rest,
    vulnerabilities: [...new Map([...cves, ...known].map((one) => [one.cve, one])).values()],
  }));

export type WhatInput = z.output<typeof WhatForm>;

/** Step "Where and who". An empty actor or location is "not said yet". */
export const WhereForm = z.object({
  actor: z
    .string()
    .default('')
    .refine((id) => id === '' || isChangeActor(id), 'Choose who makes the change from the list.'),
  location: z
    .enum(['device', 'device_connection', 'environment', 'unknown'], {
      error: 'Choose where the change lands from the list.',
    })
    .optional(),
});

export type WhereInput = z.output<typeof WhereForm>;
