/** The forms of a software version and of components. */
import { z } from 'zod';
import { sourceFields } from '../provenance/source';
import { optionalDate, optionalText, requiredText, storableText } from '../text-input';

export const VersionForm = z.object({
  release: requiredText('Give the version, as the device shows it.'),
  releasedOn: optionalDate(),
  osProduct: optionalText(),
  osRelease: optionalText(),
  notes: optionalText(),
  /** It is what the maker now delivers for this model. */
  current: z.literal('yes', { error: 'Tick it or leave it.' }).optional(),
  ...sourceFields,
});

export type VersionInput = z.output<typeof VersionForm>;

export interface ComponentInput {
  name: string;
  release: string;
  supplier: string;
  purl: string;
}

/** Most components one form adds; longer lists come from a bill of materials. */
export const MOST_COMPONENTS = 1000;

/**
 * Reads components as people paste them: one a line, name, version and supplier apart by tabs, semicolons or " | ".
 * A package URL may stand anywhere in the line.
 */
export function readComponents(text: string): ComponentInput[] {
  return storableText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const parts = line.split(/\t|;|\s\|\s/).map((part) => part.trim());
      const purl = parts.find((part) => part.startsWith('pkg:')) ?? '';
      const [name = '', release = '', supplier = ''] = parts.filter((part) => !part.startsWith('pkg:'));
      return { name: name || purl, release, supplier, purl };
    });
}

export const ComponentsForm = z.object({
  components: requiredText('Give at least one component, one a line.').transform((text, context) => {
    const read = readComponents(text);
    if (read.length <= MOST_COMPONENTS) return read;
    context.addIssue({
      code: 'custom',
      message: `More than ${MOST_COMPONENTS} components. Add them in several steps.`,
    });
    return z.NEVER;
  }),
  ...sourceFields,
});

export type ComponentsInput = z.output<typeof ComponentsForm>;
