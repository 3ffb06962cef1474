/** Whether two names of makers mean one firm, and why. Pure; over the curated list and the letters of the names. */
import { fold, wordsOf } from './fold';
import { remembered } from './remembered';
import { KNOWN_SUCCESSIONS, KNOWN_VENDORS, type KnownSuccession, type KnownVendor } from './vendor-table';

/** Legal forms, which say nothing about who a firm is. */
const FORMS = new Set(
  'inc incorporated corp corporation co company gmbh ag kg kgaa se sa sas srl spa bv nv oy oyj ab as aps ltd limited llc llp lp plc pty pte kk and the of yhtyma asd'.split(
    ' ',
  ),
);
/** Words that half of the trade has in its names: without them, a name is compared only as a second try. */
const TRADE = new Set(
  'medical health healthcare diagnostics systems system technologies technology group international holding holdings products devices instruments solutions care'.split(
    ' ',
  ),
);

/** "Draeger" and "Dräger" are one. */
const undouble = (word: string): string => word.replace(/([aou])e/g, '$1');

/** What a name is found by: its words without legal forms, joined. Empty for a name made of nothing else. */
export const vendorKey = (name: string): string =>
  wordsOf(name)
    .filter((word) => !FORMS.has(word))
    .map(undouble)
    .join('');

const bareKey = (name: string): string =>
  wordsOf(name)
    .filter((word) => !FORMS.has(word) && !TRADE.has(word))
    .map(undouble)
    .join('');

const BY_KEY = new Map<string, KnownVendor>(
  KNOWN_VENDORS.flatMap((vendor) =>
    [vendor.name, ...vendor.spellings].map((name) => [vendorKey(name), vendor] as const),
  ),
);
const BY_ID = new Map(KNOWN_VENDORS.map((vendor) => [vendor.id, vendor]));

/** One firm that a name stands for. */
interface Firm {
  id: string;
  /** As written: the whole name, or the part of it that names this firm. */
  written: string;
  known: KnownVendor | null;
}

/** "Silex Technology and GE Healthcare" are two firms; "Becton, Dickinson and Company" is one that the list knows. */
export const firmsOf = remembered(findFirms, (name) => name);

function findFirms(name: string): Firm[] {
  const whole = vendorKey(name);
  if (whole === '') return [];
  const known = BY_KEY.get(whole);
  if (known) return [{ id: known.id, written: name.trim(), known }];
  const parts = name.split(/\s*[,/;|&]\s*(?:and\s+)?|\s+and\s+|[()]/i).filter((part) => vendorKey(part) !== '');
  const firms = [{ id: `name:${whole}`, written: name.trim(), known: null }];
  if (parts.length < 2) return firms;
  return [
    ...firms,
    ...parts.map((part) => {
      const found = BY_KEY.get(vendorKey(part)) ?? null;
      return { id: found?.id ?? `name:${vendorKey(part)}`, written: part.trim(), known: found };
    }),
  ];
}

/** Firms that became part of this one, directly or through others. */
const partsOf = (id: string): string[] =>
  KNOWN_SUCCESSIONS.filter(({ to, kind }) => to === id && kind === 'acquired').flatMap(({ from }) => [
    from,
    ...partsOf(from),
  ]);

/** Ids under which a maker is looked up: its own, and those of the firms it became part of or came out of. */
export const vendorIds = remembered(findIds, (name) => name);

function findIds(name: string): string[] {
  const ids = new Set(firmsOf(name).map(({ id }) => id));
  const bare = bareKey(name);
  if (bare) ids.add(`bare:${bare}`);
  for (const { known } of firmsOf(name)) if (known) ids.add(`bare:${bareKey(known.name)}`);
  for (const id of ids) for (const { to } of KNOWN_SUCCESSIONS.filter(({ from }) => from === id)) ids.add(to);
  return [...ids];
}

export interface VendorRelation {
  kind: 'same' | 'same_firm' | 'trade_words' | 'acquired' | 'separated';
  /** In words, with source and mark where the list says so. */
  says: string;
}

/** The way from one firm to another through acquisitions; null when there is none. */
function succession(from: string, to: string): KnownSuccession[] | null {
  if (from === to) return [];
  for (const step of KNOWN_SUCCESSIONS.filter((one) => one.from === from)) {
    const rest = succession(step.to, to);
    if (rest) return [step, ...rest];
  }
  return null;
}

const nameOf = (id: string) => BY_ID.get(id)?.name ?? id;

const stepInWords = ({ from, to, kind, year, source, mark }: KnownSuccession): string =>
  kind === 'acquired'
    ? `${nameOf(from)} was bought by ${nameOf(to)} in ${year} (${source}; ${mark})`
    : `${nameOf(from)} was part of ${nameOf(to)} until ${year} (${source}; ${mark})`;

/** How the vendor of an advisory and the maker in the register are one firm; null when nothing says so. */
export const vendorRelation = remembered(findRelation, (theirs, ours) => `${theirs}\n${ours}`);

function findRelation(theirs: string, ours: string): VendorRelation | null {
  const [a, b] = [firmsOf(theirs), firmsOf(ours)];
  const quoted = `“${theirs}” and “${ours}”`;
  const known = vendorKey(theirs);
  // "Medical GmbH" and "Medical Inc." have nothing in common but words that all have.
  if (bareKey(theirs) === '' && fold(theirs).trim() !== fold(ours).trim()) return null;
  if (known !== '' && known === vendorKey(ours)) {
    return {
      kind: 'same',
      says: theirs === ours ? `The maker is ${ours}.` : `${quoted} are written differently only.`,
    };
  }
  for (const one of a) {
    const other = b.find(({ id }) => id === one.id);
    if (!other) continue;
    const part = a.length > 1 ? `One of the vendors named is “${one.written}”. ` : '';
    const says =
      one.known && vendorKey(one.written) !== vendorKey(other.written)
        ? `${part}“${one.written}” and “${other.written}” are names of one firm (${one.known.source}; ${one.known.mark}).`
        : `${part}It is written as the maker is here.`;
    return { kind: 'same_firm', says };
  }
  for (const one of a) {
    for (const other of b) {
      const way = succession(one.id, other.id) ?? succession(other.id, one.id);
      if (!way?.length) continue;
      const kind = way.some((step) => step.kind === 'acquired') ? 'acquired' : 'separated';
      return { kind, says: `${way.map(stepInWords).join('; ')}.` };
    }
  }
  const bare = bareKey(theirs);
  if (bare !== '' && bare === bareKey(ours)) {
    return { kind: 'trade_words', says: `${quoted} differ only in words that many makers have in their names.` };
  }
  return null;
}

/**
 * Words of makers' names, which say nothing when they stand in a product's name. Brands that a maker bought go with it:
 * "Welch Allyn Connex" is Baxter's Connex.
 */
export const vendorWords = remembered(findWords, (...names) => names.join('\n'));

function findWords(...names: string[]): ReadonlySet<string> {
  const spellings = names.flatMap((name) =>
    firmsOf(name).flatMap(({ written, known }) => {
      const firms = known ? [known, ...partsOf(known.id).map((id) => BY_ID.get(id))] : [];
      return [written, ...firms.flatMap((firm) => (firm ? [firm.name, ...firm.spellings] : []))];
    }),
  );
  return new Set(spellings.flatMap(wordsOf).filter((word) => !TRADE.has(word)));
}
