/** The places of fields, carried through the renderer as addresses of links: it knows links, but not every field. */
import { z } from 'zod';

const FieldPlaceShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    name: z.enum(['reference', 'version', 'responder_name', 'responder_role', 'responder_email', 'their_reference']),
  }),
  z.object({ kind: z.literal('choice'), question: z.int(), choice: z.int() }),
  z.object({ kind: z.literal('fill'), question: z.int(), choice: z.int() }),
  z.object({ kind: z.literal('comment'), question: z.int() }),
]);
/** Questions and choices by their place in the form: their names are taken from the form as it is, not as printed. */
export type FieldPlace = z.output<typeof FieldPlaceShape>;

const SCHEME = 'changemark-field:';

export const placeOf = (place: FieldPlace): string => SCHEME + encodeURIComponent(JSON.stringify(place));

/** The place named by the address of a link; undefined when it is another link. */
export function readPlace(address: string): FieldPlace | undefined {
  if (!address.startsWith(SCHEME)) return undefined;
  return FieldPlaceShape.parse(JSON.parse(decodeURIComponent(address.slice(SCHEME.length))));
}
