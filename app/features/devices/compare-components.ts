/** A component list held against the components a model has: new, of another version, the same, no longer listed. Pure. */

export interface HeldComponent {
  id: string;
  name: string;
  release: string;
  supplier: string;
  purl: string;
  version: number;
}

export interface Listed {
  n: number;
  name: string;
  release: string;
  supplier: string;
  purl: string;
}

export type ComparedComponent =
  | { outcome: 'new' }
  | { outcome: 'changed'; held: HeldComponent }
  | { outcome: 'unchanged'; held: HeldComponent | null; sameAs: number | null };

type Named = Omit<Listed, 'n'>;

const exactly = ({ name, release, purl }: Named) => `${name.trim().toLowerCase()}\n${release.trim()}\n${purl.trim()}`;

/** What stays the same when a component is updated: its package without version and qualifiers, or its name. */
const apartFromVersion = ({ name, purl }: Named) =>
  purl
    ? purl
        .replace(/[?#].*$/, '')
        .replace(/@[^@/]*$/, '')
        .toLowerCase()
    : name.trim().toLowerCase();

const grouped = <T>(all: readonly T[], key: (one: T) => string) => {
  const map = new Map<string, T[]>();
  for (const one of all) {
    const group = map.get(key(one));
    if (group) group.push(one);
    else map.set(key(one), [one]);
  }
  return map;
};

/**
 * Compares by name, version and package URL. One component of a name held and one listed, with another version: that is
 * an update. Where several share a name nobody can say which became which: they are new and gone.
 */
export function compareComponents(
  held: readonly HeldComponent[],
  listed: readonly Listed[],
): { rows: Map<number, ComparedComponent>; gone: HeldComponent[] } {
  const rows = new Map<number, ComparedComponent>();
  const present = grouped(held, exactly);
  const first = new Map<string, number>();
  const left: Listed[] = [];
  const matched = new Set<string>();
  for (const one of listed) {
    const key = exactly(one);
    const [twin] = present.get(key) ?? [];
    const earlier = first.get(key);
    if (earlier !== undefined) {
      rows.set(one.n, { outcome: 'unchanged', held: twin ?? null, sameAs: earlier });
      continue;
    }
    first.set(key, one.n);
    if (!twin) {
      left.push(one);
      continue;
    }
    matched.add(twin.id);
    const saysMore = one.supplier.trim() !== '' && one.supplier.trim() !== twin.supplier;
    rows.set(one.n, saysMore ? { outcome: 'changed', held: twin } : { outcome: 'unchanged', held: twin, sameAs: null });
  }
  const rest = grouped(
    held.filter(({ id }) => !matched.has(id)),
    apartFromVersion,
  );
  const wanted = grouped(left, apartFromVersion);
  for (const one of left) {
    const [old, ...others] = rest.get(apartFromVersion(one)) ?? [];
    const alone = wanted.get(apartFromVersion(one))?.length === 1 && others.length === 0;
    if (old && alone) {
      matched.add(old.id);
      rows.set(one.n, { outcome: 'changed', held: old });
    } else rows.set(one.n, { outcome: 'new' });
  }
  // The same component held twice is not gone when it is listed once.
  return { rows, gone: held.filter((one) => !matched.has(one.id) && !first.has(exactly(one))) };
}
