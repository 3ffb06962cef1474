/** The two header lines and the rows of an EPSS file. Numbers are kept as they are written. */
import { isDay, isMoment } from '../days';
import type { EpssScore } from '../records';

const RULE = 'EPSS';
export type Wrong = { rule: string; message: string };
const wrong = (message: string): Wrong => ({ rule: RULE, message });

/** "#model_version:v2026.06.15,score_date:2026-09-29T12:00:22Z" */
export function modelLine(text: string): { modelVersion: string; scoreDate: string } | Wrong {
  const found = /^#\s*model_version:([^,\s]+),\s*score_date:(\S+)\s*$/.exec(text);
  const [, modelVersion = '', scoreDate = ''] = found ?? [];
  if (!found) return wrong('The first line does not say “#model_version:…,score_date:…”.');
  if (isDay(scoreDate) || isMoment(scoreDate)) return { modelVersion, scoreDate };
  return wrong(`“${String(scoreDate).slice(0, 60)}” is no date.`);
}

export const isHeading = (text: string): boolean => text.trim() === 'cve,epss,percentile';

/** 0 to 1, as published: at most eleven places behind the point, sometimes in powers of ten. */
const PROBABILITY = /^(?:0(?:\.\d{1,20})?|1(?:\.0{1,20})?|\d(?:\.\d{1,20})?[eE]-\d{1,2})$/;

const isProbability = (text: string): boolean => PROBABILITY.test(text) && Number(text) <= 1;

export function scoreLine(text: string): EpssScore | Wrong {
  const cells = text.split(',');
  const [cve = '', score = '', percentile = ''] = cells;
  if (cells.length !== 3) return wrong(`A row has three cells; this has ${cells.length}.`);
  if (!/^CVE-\d{4}-\d{4,19}$/.test(cve)) return wrong(`“${cve.slice(0, 40)}” is no CVE.`);
  if (!isProbability(score)) return wrong(`The score “${score.slice(0, 40)}” is no number from 0 to 1.`);
  if (!isProbability(percentile)) return wrong(`The percentile “${percentile.slice(0, 40)}” is no number from 0 to 1.`);
  return { cve, score, percentile };
}
