/** Identifiers within a CycloneDX file: each stands for one thing, and what is pointed at should be there. */
import { pointerTo } from '../json/place';
import { LIMITS } from '../reader';
import type { Problem } from '../records';

/** Places that an identifier is pointed at from, with what is pointed at. */
export interface Pointing {
  ref: string;
  place: string;
}

export interface Refs {
  problems: Problem[];
  known: Set<string>;
}

/** Every "bom-ref" of a file in JSON, wherever it stands, and those that stand twice. */
export function refsIn(bom: unknown, version: string): Refs {
  const refs: Refs = { problems: [], known: new Set() };
  const way: (string | number)[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((one, n) => {
        if (typeof one !== 'object') return;
        way.push(n);
        walk(one);
        way.pop();
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (key === 'bom-ref' && typeof one === 'string') take(refs, one, () => `${pointerTo(way)}/bom-ref`, version);
        else if (typeof one === 'object') {
          way.push(key);
          walk(one);
          way.pop();
        }
      }
    }
  };
  walk(bom);
  return refs;
}

/** Takes one identifier in; a second of the same name breaks the standard. */
export function take(refs: Refs, ref: string, place: () => string, version: string): void {
  if (refs.known.has(ref)) {
    if (refs.problems.length <= LIMITS.problems) {
      refs.problems.push({
        place: place(),
        rule: `CycloneDX ${version} bom-ref`,
        message: `The identifier "${ref.slice(0, 120)}" stands for two things; each has to be unique in the file.`,
      });
    }
  } else refs.known.add(ref);
}

/** Warnings for what points at nothing in the file. Links into other files ("urn:cdx:…") may. */
export function pointingNowhere(known: ReadonlySet<string>, pointing: Iterable<Pointing>, version: string): Problem[] {
  const problems: Problem[] = [];
  for (const { ref, place } of pointing) {
    if (known.has(ref) || ref.startsWith('urn:cdx:')) continue;
    problems.push({
      place,
      rule: `CycloneDX ${version} bom-ref`,
      message: `"${ref.slice(0, 120)}" is the identifier of nothing in this file.`,
    });
    if (problems.length > LIMITS.problems) break;
  }
  return problems;
}
