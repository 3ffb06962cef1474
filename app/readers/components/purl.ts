/** Package URLs as component lists write them. */
import { PackageURL } from 'packageurl-js';

const LONGEST = 4_000;

/** What is wrong with a package URL, in words; null when nothing is. An empty one is none. */
export function purlFault(purl: string): string | null {
  if (purl === '') return null;
  if (purl.length > LONGEST)
    return `The package URL "${purl.slice(0, 120)}…" is too long to be one. It is kept as written.`;
  try {
    PackageURL.fromString(purl);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Invalid purl: /, '').replace(/\.$/, '') : 'unreadable';
    return `The package URL "${purl.slice(0, 120)}" is not valid: ${why.slice(0, 160)}. It is kept as written.`;
  }
}
