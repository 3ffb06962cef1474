/** Hands components on in batches, and says what every component list says of itself. */
import type { Out } from '../reader';
import { LIMITS, refuse } from '../reader';
import type { FileHead, FileRecord, ListedComponent, Problem } from '../records';

export const BATCH = 500;

export interface FoundComponent {
  place: string;
  warnings: string[];
  value: ListedComponent;
}

export const tooManyComponents = (place: string): never =>
  refuse('limit', place, `It lists more than ${LIMITS.components.toLocaleString('en-GB')} components.`);

export async function giveComponents(out: Out, found: FoundComponent[]): Promise<void> {
  for (let at = 0; at < found.length; at += BATCH) {
    out.checkCancelled();
    await out.records(found.slice(at, at + BATCH).map((one): FileRecord => ({ kind: 'component', ...one })));
  }
}

/** What `inspect` prints of any component list. */
export const listFacts = (specVersion: string, name: string, found: FoundComponent[]): FileHead['facts'] => ({
  spec_version: specVersion,
  name,
  component_count: found.length,
  components: found.map(({ value: { name: component, version, purl } }) => ({ name: component, version, purl })),
});

/** The warnings of single components as warnings of the file, as many as are told. */
export const componentWarnings = (rule: string, found: FoundComponent[]): Problem[] => {
  const all: Problem[] = [];
  for (const { place, warnings } of found) {
    for (const message of warnings) {
      if (all.length >= LIMITS.problems) return all;
      all.push({ place, rule, message });
    }
  }
  return all;
};
