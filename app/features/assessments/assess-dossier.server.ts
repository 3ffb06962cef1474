/** One dossier over HTTP: the same contract and the same pure function as the command line. Nothing is stored. */
import { assess } from '../../regulation/assess';
import { parseDossier } from '../../regulation/dossier';
import type { AssessmentResult, Refusal } from '../../regulation/result';

/** @param json any JSON value; a refused dossier comes back with every place that is wrong */
export function assessDossier(json: unknown): { ok: true; result: AssessmentResult } | { ok: false; refusal: Refusal } {
  const parsed = parseDossier(json);
  return parsed.ok ? { ok: true, result: assess(parsed.dossier) } : parsed;
}
