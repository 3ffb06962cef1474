/** Names of files as they may stand on our screens and disks. Pure. */

const LONGEST = 120;
/** Names that Windows keeps for devices, with or without an ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** What a file's name ends in, in lower case without the dot; empty when it has no ending. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * A name without folders, control characters, invisible or direction-changing characters (which make "fdp.exe" read
 * "exe.pdf"), and characters that a disk or a header would trip over; at most 120 characters, its ending kept.
 */
export function cleanName(given: string): string {
  const [last = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1);
  const plain = last
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*%;]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const named = RESERVED.test(plain) ? `_${plain}` : plain;
  if (!named) return 'file';
  const ending = endingOf(named);
  const tail = ending ? `.${ending}` : '';
  const characters = Array.from(named.slice(0, named.length - tail.length));
  const kept = characters
    .slice(0, LONGEST - tail.length)
    .join('')
    .trimEnd();
  return `${kept || 'file'}${tail}`;
}
