/** Dossiers and shorthands that several tests of the assessment share. */
import { assess } from './assess';
import { type Dossier, parseDossier } from './dossier';
import type { AssessmentResult, Finding } from './result';

/** A dossier as of 23 November 2026. */
export function read(json: object): Dossier {
  const parsed = parseDossier({ dossier: 1, as_of: '2026-11-23', ...json });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

export function judge(json: object): AssessmentResult {
  return assess(read(json));
}

/** The finding or hint of an instrument. */
export function findingOf(result: AssessmentResult, instrument: string): Finding | undefined {
  return [...result.findings, ...result.hints].find((one) => one.instrument === instrument);
}

export const EU = { market: 'EU', basis: 'mdd', class: 'IIb' };
export const US = { market: 'US', basis: '510k', class: 'II', number: 'K123456' };
export const software = { os: { product: 'windows', release: '10' } };
export const device = { software, certifications: [EU, US] };
export const england = { country: 'GB', nation: 'england' };

/** A security patch of the operating system, proposed for a legacy device in England. */
export function patch(actor: string) {
  return { device, site: england, change: { kind: 'os_patch', actor } };
}
