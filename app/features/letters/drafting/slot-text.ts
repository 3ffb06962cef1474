/** Places to fill in, as text and back: square brackets alone stand for a blank. Pure. */
import type { Slot } from '../../../../documents/document';

const BLANK = /\[([^[\]]+)\]/;

/** "[name]" for a blank. */
export const slotText = (slot: Slot): string => (typeof slot === 'string' ? slot : `[${slot.blank}]`);

/** A text that is nothing but square brackets is a blank; an empty one stays empty. */
export function textSlot(text: string): Slot {
  const whole = new RegExp(`^${BLANK.source}$`).exec(text.trim());
  return whole?.[1] ? { blank: whole[1].trim() } : text;
}

/** A line with blanks in it, in parts. */
export function textParts(text: string): Slot[] {
  const parts: Slot[] = [];
  let rest = text;
  for (let found = BLANK.exec(rest); found; found = BLANK.exec(rest)) {
    if (found.index > 0) parts.push(rest.slice(0, found.index));
    parts.push({ blank: (found[1] ?? '').trim() });
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest || parts.length === 0) parts.push(rest);
  return parts;
}
