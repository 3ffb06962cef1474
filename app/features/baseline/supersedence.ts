/** Patches that replace others: what still counts, and what a validation of an older one is worth. Pure. */

export interface PatchFact {
  patch: string;
  supersedes: readonly string[];
  state: 'validated' | 'refused' | 'not_said';
}

export interface ResolvedPatch<P extends PatchFact> {
  patch: P;
  /** Patches of the list that replace it, directly or through others, as they are written. */
  supersededBy: string[];
  /** Patches it replaces, directly or through others, in the list or only named by it. */
  replaces: string[];
  /** It stands in a circle of patches that replace each other: somebody wrote something wrong. */
  inCircle: boolean;
  /** The maker validated it, and it is replaced: what is validated is not what the supplier of the system gives now. */
  validatedButReplaced: boolean;
  /** Not validated itself, while an older one that it replaces is. */
  olderValidated: string[];
}

/** "kb4012212" and "KB 4012212" are one patch. */
export const patchKey = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Everything reachable from one patch, itself left out unless a circle leads back to it. */
function reach(from: string, edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...(edges.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(edges.get(next) ?? []));
  }
  return seen;
}

/** Resolves a list of patches; circles are named and end nowhere. */
export function resolvePatches<P extends PatchFact>(patches: readonly P[]): ResolvedPatch<P>[] {
  const down = new Map<string, string[]>();
  const up = new Map<string, string[]>();
  const names = new Map<string, string>();
  const add = (map: Map<string, string[]>, key: string, value: string) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for (const { patch, supersedes } of patches) {
    names.set(patchKey(patch), patch);
    for (const older of supersedes) {
      const key = patchKey(older);
      if (!names.has(key)) names.set(key, older);
      if (key === '' || key === patchKey(patch)) continue;
      add(down, patchKey(patch), key);
      add(up, key, patchKey(patch));
    }
  }
  const validated = new Set(patches.filter(({ state }) => state === 'validated').map(({ patch }) => patchKey(patch)));
  const named = (keys: Iterable<string>) => [...keys].map((key) => names.get(key) ?? key).sort();
  return patches.map((patch) => {
    const key = patchKey(patch.patch);
    const [newer, older] = [reach(key, up), reach(key, down)];
    const inCircle = older.has(key);
    newer.delete(key);
    older.delete(key);
    // Patches in one circle with it say nothing about which is newer.
    const replacing = [...newer].filter((one) => !older.has(one));
    return {
      patch,
      supersededBy: named(replacing),
      replaces: named(older),
      inCircle,
      validatedButReplaced: patch.state === 'validated' && replacing.length > 0,
      olderValidated:
        patch.state === 'validated' ? [] : named([...older].filter((one) => !newer.has(one) && validated.has(one))),
    };
  });
}

/** Patches that still count and are not validated: not replaced by another of the list. */
export const notYetValidated = <P extends PatchFact>(resolved: readonly ResolvedPatch<P>[]): ResolvedPatch<P>[] =>
  resolved.filter(({ patch, supersededBy }) => patch.state !== 'validated' && supersededBy.length === 0);
