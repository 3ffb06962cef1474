/** MAC addresses and host names as people write them. Pure. */

/** "00-1B-44-11-3A-B7", "001b.4411.3ab7" and the like as "00:1b:44:11:3a:b7"; null for anything else. */
export function macInWords(text: string): string | null {
  const word = text.trim().toLowerCase();
  const shaped =
    /^([0-9a-f]{2}([:-])[0-9a-f]{2}(\2[0-9a-f]{2}){4}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}|[0-9a-f]{12})$/;
  if (!shaped.test(word)) return null;
  return word.replace(/[^0-9a-f]/g, '').replace(/(..)(?=.)/g, '$1:');
}

/** Whether a text is a host name: labels of letters, digits and hyphens (RFC 1123); underscores are met on real devices. */
export const isHostname = (text: string): boolean =>
  text.length <= 253 && text.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label));
