import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import type { Chart } from './chart';
import { chartOf, EDITIONS } from './charts';
import { type Dossier, parseDossier } from './dossier';
import { EXAMPLES } from './examples';
import { flipsBetween, rerun } from './rerun';

const DAY = '2026-11-23';

function dossierOf(json: object): Dossier {
  const parsed = parseDossier({ dossier: 1, id: 'CM-1', as_of: DAY, ...json });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

const device = {
  name: 'Infusion pump',
  certifications: [
    { market: 'EU', basis: 'mdd', class: 'IIb' },
    { market: 'GB', basis: 'mdd', class: 'IIb' },
    { market: 'US', basis: '510k', class: 'II' },
  ],
};
const patch = dossierOf({ device, change: { kind: 'os_patch', actor: 'manufacturer' } });
const INSTRUMENT = 'EU-MDCG-2020-3-R1';
const earlier = EDITIONS.find((one) => one.instrument === INSTRUMENT && one !== chartOf(INSTRUMENT)) as Chart;

describe('judging a past assessment again', () => {
  it('under the same editions on the same day flips nothing', () => {
    expect(rerun(patch, assess(patch)).flips).toEqual([]);
    for (const { id, instrument, facts } of EXAMPLES) {
      const dossier = dossierOf({ id, instruments: [instrument], facts });
      expect(rerun(dossier, assess(dossier)).flips, id).toEqual([]);
    }
  });

  it('judges on the day of the past assessment unless another is named', () => {
    const before = assess({ ...patch, as_of: '2024-01-10' });
    expect(rerun(patch, before).result.as_of).toBe('2024-01-10');
    expect(rerun(patch, before, undefined, '2021-02-03').result.as_of).toBe('2021-02-03');
  });

  it('leaves dossier and past result as they were', () => {
    const before = assess(patch);
    const kept = structuredClone({ patch, before });
    rerun(patch, before, { [INSTRUMENT]: earlier.edition }, '2021-02-03');
    expect({ patch, before }).toEqual(kept);
  });

  it('does not carry an answer over to a question that is another one in that edition', () => {
    const [box] = Object.keys(earlier.nodes).filter(
      (id) => chartOf(INSTRUMENT)?.nodes[id] && chartOf(INSTRUMENT)?.nodes[id]?.asks !== earlier.nodes[id]?.asks,
    );
    const answered: Dossier = { ...patch, answers: { [INSTRUMENT]: { [box as string]: 'yes' } } };
    const { result, flips } = rerun(answered, assess(answered), { [INSTRUMENT]: earlier.edition });
    expect(result).toEqual({ ...rerun(patch, assess(patch), { [INSTRUMENT]: earlier.edition }).result });
    const flip = flips.find(({ instrument }) => instrument === INSTRUMENT);
    if (flip) expect(flip.why.join(' ')).toContain(`something else there: ${box}`);
    expect(rerun(answered, assess(answered)).flips).toEqual([]);
  });

  it('uses the edition that is asked for, whatever the day', () => {
    const { result } = rerun(patch, assess(patch), { [INSTRUMENT]: earlier.edition });
    const walked = [...result.findings, ...result.hints].find(({ instrument }) => instrument === INSTRUMENT);
    expect(walked?.edition).toBe(earlier.edition);
  });

  it('uses the editions in force on the day that is asked for', () => {
    const { result } = rerun(patch, assess(patch), undefined, earlier.inForce.from);
    const walked = [...result.findings, ...result.hints].find(({ instrument }) => instrument === INSTRUMENT);
    expect(walked?.edition ?? earlier.edition).toBe(earlier.edition);
  });

  it('refuses an edition that the library does not have', () => {
    expect(() => rerun(patch, assess(patch), { [INSTRUMENT]: 'Rev.99' })).toThrow(/no edition "Rev.99"/);
  });
});

describe('what flips', () => {
  const before = assess(patch);

  it('is said with what it was, what it is and why, the question where the walks part among it', () => {
    const after = assess({ ...patch, facts: { ...patch.facts, os_change: 'different_family' } });
    const flips = flipsBetween(before, after);
    expect(flips.length).toBeGreaterThan(0);
    for (const { before: was, after: is, why } of flips) {
      expect(was).not.toEqual(is);
      expect(why.length).toBeGreaterThan(0);
      expect(why.every((reason) => reason.trim() !== '' && !reason.includes('undefined'))).toBe(true);
    }
  });

  it('is an instrument that no longer applies, with the reason for which it is left out', () => {
    const after = assess({ ...patch, device: { ...patch.device, certifications: [] } });
    const gone = flipsBetween(before, after).find(({ after: is }) => is.state === 'none');
    expect(gone?.why.join(' ')).toMatch(/Now: /);
    expect(gone?.after).toEqual({ edition: null, state: 'none', outcomes: [], tier: null, worst_tier: null });
    const back = flipsBetween(after, before).find(({ instrument }) => instrument === gone?.instrument);
    expect(back?.before.state).toBe('none');
    expect(back?.why.join(' ')).toMatch(/Before: /);
  });

  it('is symmetric: what flips one way flips back the other', () => {
    const after = assess({ ...patch, facts: { ...patch.facts, os_change: 'different_family' } });
    const names = (flips: { instrument: string }[]) => flips.map(({ instrument }) => instrument).sort();
    expect(names(flipsBetween(before, after))).toEqual(names(flipsBetween(after, before)));
  });

  it('is not another edition that leads to the same', () => {
    const [finding] = [...before.findings, ...before.hints];
    const renamed = structuredClone(before);
    for (const one of [...renamed.findings, ...renamed.hints]) {
      if (one.instrument === finding?.instrument) one.edition = 'another';
    }
    expect(flipsBetween(before, renamed)).toEqual([]);
  });
});
