/** Whether one anti-virus exclusion covers another: Windows paths, names with wildcards, variables. Pure. */

/** `unclear`: products read such forms in different ways, or it hangs on what a variable stands for. */
export type Coverage = 'yes' | 'no' | 'unclear';

/** What variables usually stand for; another installation may differ, so that nothing certain follows. */
const USUAL: Readonly<Record<string, string>> = {
  '%systemdrive%': 'c:',
  '%systemroot%': 'c:\\windows',
  '%windir%': 'c:\\windows',
  '%programfiles%': 'c:\\program files',
  '%programfiles(x86)%': 'c:\\program files (x86)',
  '%commonprogramfiles%': 'c:\\program files\\common files',
  '%programdata%': 'c:\\programdata',
  '%allusersprofile%': 'c:\\programdata',
};
const SAME_VARIABLE: Readonly<Record<string, string>> = {
  '%windir%': '%systemroot%',
  '%allusersprofile%': '%programdata%',
};

const VARIABLE = /%[^%\\]+%/g;

/** Lower case, backslashes, no quotation marks, no trailing "\", "\*" or "\*.*": an excluded folder is all below it. */
export function plainExclusion(text: string): string {
  const plain = text
    .trim()
    .replace(/^["'“”]+|["'“”]+$/g, '')
    .toLowerCase()
    .replaceAll('/', '\\')
    .replace(/^\\\\\?\\/, '')
    .replace(/(?!^)\\{2,}/g, '\\')
    .replace(VARIABLE, (variable) =>
      Object.hasOwn(SAME_VARIABLE, variable) ? (SAME_VARIABLE[variable] ?? variable) : variable,
    )
    .trim();
  const folder = plain.replace(/(\\\*(\.\*)?)+$/, '').replace(/\\+$/, '');
  if (folder === '' || folder === '*.*') return plain === '' ? '' : '*';
  return /^\.[\w-]+$/.test(folder) ? `*${folder}` : folder;
}

const hasWildcard = (text: string) => /[*?]/.test(text);
const isPath = (text: string) => text.includes('\\') || /^[a-z]:$/.test(text);
const variablesOf = (text: string): string[] => text.match(VARIABLE) ?? [];
const expanded = (text: string): string =>
  text.replace(VARIABLE, (variable) => (Object.hasOwn(USUAL, variable) ? (USUAL[variable] ?? variable) : variable));

const within = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}\\`);

/** Whether a text is as a pattern says, * for any characters, ? for one. Never longer than both lengths multiplied. */
function isLike(pattern: string, text: string): boolean {
  let [p, t, star, from] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      p += 1;
      from = t;
    } else if (pattern[p] === '?' || pattern[p] === text[t]) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      from += 1;
      t = from;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/**
 * Whether a pattern names a path, or a folder that it lies in.
 * @param across whether wildcards go over the borders of folders: products read them in both ways
 */
function matches(pattern: string, path: string, across: boolean): boolean {
  if (across) return isLike(pattern, path) || isLike(`${pattern}\\*`, path);
  const [parts, names] = [pattern.split('\\'), path.split('\\')];
  return parts.length <= names.length && parts.every((part, place) => isLike(part, names[place] ?? ''));
}

/** What stands before the first wildcard. */
const literal = (text: string): string => text.slice(0, text.search(/[*?]|$/));

/** The folder that everything a pattern matches lies in, as far as the pattern says it. */
const literalFolder = (text: string): string => literal(text).replace(/\\[^\\]*$/, '');

/** Longer than any path; what is longer is left to a person. */
const LONGEST = 400;

const isTooMuch = (text: string) => text.length > LONGEST;

/** Whether excluding `given` excludes everything that `wanted` names. Case does not count. */
export function covers(given: string, wanted: string): Coverage {
  const [a, b] = [plainExclusion(given), plainExclusion(wanted)];
  if (a === '' || b === '') return 'no';
  if (a === b || a === '*') return 'yes';
  if (isTooMuch(a) || isTooMuch(b)) return 'unclear';
  const [ours, theirs] = [variablesOf(a), variablesOf(b)];
  const plain = coversPlain(a, b);
  if (plain === 'yes' || ours.join() === theirs.join()) return plain;
  // Another variable, or a variable on one side only: what it stands for decides.
  const unknown = [...ours, ...theirs].some((variable) => !Object.hasOwn(USUAL, variable));
  return unknown || coversPlain(expanded(a), expanded(b)) !== 'no' ? 'unclear' : 'no';
}

function coversPlain(a: string, b: string): Coverage {
  // Steps upwards and short names ("progra~1") stand for folders that the text does not name.
  if ([a, b].some((text) => /(^|\\)\.\.(\\|$)|~\d/.test(text)))
    return within(a, b) && !/\.\./.test(b) ? 'yes' : 'unclear';
  if (!isPath(a)) return nameCovers(a, b);
  // A name counts anywhere, a path in one place.
  if (!isPath(b)) return !hasWildcard(b) && within(lastPart(a), b) ? 'unclear' : 'no';
  if (!hasWildcard(a)) return folderCovers(a, b);
  if (hasWildcard(b)) {
    if (within(a, b)) return 'yes';
    return touches(a, b) ? 'unclear' : 'no';
  }
  if (matches(a, b, false)) return 'yes';
  return matches(a, b, true) || touches(a, b) ? 'unclear' : 'no';
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

/** Whether two patterns could name the same file, judged by what stands before their wildcards. */
function touches(a: string, b: string): boolean {
  const [x, y] = [literal(a), literal(b)];
  return hasWildcard(b) ? x.startsWith(y) || y.startsWith(x) : matches(a, b, true);
}

function folderCovers(a: string, b: string): Coverage {
  if (within(a, literalFolder(b)) || within(a, b)) return 'yes';
  return hasWildcard(b) && within(literalFolder(b), a) && matches(b, a, true) ? 'unclear' : 'no';
}

/** A bare name or pattern of names counts in every folder. */
function nameCovers(a: string, b: string): Coverage {
  const name = isPath(b) ? lastPart(b) : b;
  if (!hasWildcard(name)) return matches(a, name, false) ? 'yes' : 'no';
  if (a === name) return 'yes';
  return hasWildcard(a) && touches(a, name) ? 'unclear' : 'no';
}

export interface ExclusionsResult {
  /** What the maker asks for, and whether the proposal excludes it. */
  wanted: { exclusion: string; covered: Coverage }[];
  /** What the proposal excludes beyond it: not asked for at all, or wider than what is asked. */
  extra: { exclusion: string; kind: 'not_asked' | 'wider' }[];
}

/** Holds the exclusions of a proposal against those that the maker asks for. */
export function compareExclusions(proposed: readonly string[], asked: readonly string[]): ExclusionsResult {
  const best = (coverages: Coverage[]): Coverage =>
    coverages.includes('yes') ? 'yes' : coverages.includes('unclear') ? 'unclear' : 'no';
  return {
    wanted: asked.map((exclusion) => ({ exclusion, covered: best(proposed.map((given) => covers(given, exclusion))) })),
    extra: proposed.flatMap((exclusion): ExclusionsResult['extra'] => {
      const inside = best(asked.map((one) => covers(one, exclusion)));
      if (inside !== 'no') return [];
      const around = best(asked.map((one) => covers(exclusion, one)));
      return around === 'unclear' ? [] : [{ exclusion, kind: around === 'yes' ? 'wider' : 'not_asked' }];
    }),
  };
}
