import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notYetValidated, type PatchFact, patchKey, resolvePatches } from './supersedence';

const patch = (name: string, supersedes: string[] = [], state: PatchFact['state'] = 'not_said'): PatchFact => ({
  ...{ patch: name, supersedes, state },
});
const of = (patches: PatchFact[], name: string) => resolvePatches(patches).find((one) => one.patch.patch === name);

describe('patches that replace others', () => {
  const chain = [patch('KB1', [], 'validated'), patch('KB2', ['kb 1']), patch('KB3', ['KB2'])];

  it('goes through others, and through patches that only stand in a list', () => {
    expect(of(chain, 'KB1')).toMatchObject({ supersededBy: ['KB2', 'KB3'], validatedButReplaced: true });
    expect(of(chain, 'KB3')).toMatchObject({ replaces: ['KB1', 'KB2'], olderValidated: ['KB1'], supersededBy: [] });
    expect(of([patch('KB9', ['KB8'])], 'KB9')).toMatchObject({ replaces: ['KB8'] });
  });

  it('lists what still counts and is not validated', () => {
    const names = (patches: PatchFact[]) => notYetValidated(resolvePatches(patches)).map((one) => one.patch.patch);
    expect(names(chain)).toEqual(['KB3']);
    expect(names([patch('KB4', [], 'refused'), patch('KB5', [], 'validated')])).toEqual(['KB4']);
  });

  it('names circles and does not lose itself in them', () => {
    const round = [patch('A', ['B'], 'validated'), patch('B', ['C']), patch('C', ['A']), patch('D', ['A'])];
    expect(resolvePatches(round).map(({ inCircle }) => inCircle)).toEqual([true, true, true, false]);
    expect(of(round, 'A')).toMatchObject({ supersededBy: ['D'], validatedButReplaced: true });
    expect(of(round, 'B')?.olderValidated).toEqual([]);
    expect(of([patch('A', ['a', ' A '])], 'A')).toMatchObject({ inCircle: false, replaces: [], supersededBy: [] });
  });
});

describe('any list of patches', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const state = fc.constantFrom('validated', 'refused', 'not_said');
  const some = fc.uniqueArray(fc.record({ patch: name, supersedes: fc.array(name, { maxLength: 3 }), state }), {
    selector: (one) => one.patch,
  }) as fc.Arbitrary<PatchFact[]>;

  it('replacing and being replaced are each other turned round', () => {
    fc.assert(
      fc.property(some, (patches) => {
        const resolved = resolvePatches(patches);
        const by = new Map(resolved.map((one) => [one.patch.patch, one]));
        for (const one of resolved) {
          expect(one.supersededBy).not.toContain(one.patch.patch);
          for (const newer of one.supersededBy) expect(by.get(newer)?.replaces).toContain(one.patch.patch);
          if (one.validatedButReplaced) expect(one.patch.state).toBe('validated');
          for (const older of one.olderValidated) expect(by.get(older)?.patch.state).toBe('validated');
        }
        const keys = new Set(patches.map((one) => patchKey(one.patch)));
        for (const one of notYetValidated(resolved)) expect(keys.has(patchKey(one.patch.patch))).toBe(true);
      }),
    );
  });
});
