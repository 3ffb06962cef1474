/** Names of the parts of an archive. */

/** A single file that is packed (.gz) is none of these: its reader unpacks it within its own limits. */
const PACKED = /\.(zip|jar|7z|rar|tgz|bz2|xz|zst|cab|iso|xls[xmb]?|doc[xm]?|ppt[xm]?|od[st])$/i;

/** Why a part may not have its name; null when it may. Folders end with a slash. */
export function nameFault(name: string): string | null {
  if (name === '' || name.length > 500) return 'A part of the archive has no usable name.';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'The name of a part holds characters that are not shown.';
  if (/^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..')) {
    return 'The name of a part leads out of the archive.';
  }
  if (PACKED.test(name)) return 'There is an archive or a document within the archive.';
  return null;
}
