/** EPSS scores of FIRST: a CSV of two header lines and one row a CVE, as published or packed with gzip. */
import { beginningOf } from '../beginning.server';
import { headOf } from '../head';
import { linesOf } from '../lines.server';
import { LIMITS, type Reader } from '../reader';
import type { FileRecord, Problem } from '../records';
import { isHeading, modelLine, scoreLine } from './epss-lines';

const FORMAT = 'EPSS';
const BATCH = 500;

/** Gives one record for each row. Rows are given while the rest is still unread: what counts is the head. */
export const readEpss: Reader = async (source, out) => {
  const { packing } = await beginningOf(source);
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  const seen = new Set<string>();
  let batch: FileRecord[] = [];
  let model = { modelVersion: '', scoreDate: '' };
  let expected: 'model' | 'heading' | 'row' = 'model';
  let last = '';
  const complain = (number: number, { rule, message }: { rule: string; message: string }): void => {
    errors.push({ place: `line ${number}`, rule, message });
  };

  for await (const { number, text: raw } of linesOf(source, FORMAT, packing === 'gzip', out)) {
    const text = number === 1 ? raw.replace(/^\ufeff/, '') : raw;
    if (expected === 'model') {
      const found = modelLine(text);
      if ('rule' in found) complain(number, found);
      else model = found;
      // Files of before 2022 have no line on the model; without it nobody knows the date of the scores.
      expected = isHeading(text) ? 'row' : 'heading';
    } else if (expected === 'heading') {
      if (!isHeading(text)) complain(number, { rule: FORMAT, message: 'The heading is not “cve,epss,percentile”.' });
      expected = 'row';
    } else if (text !== '') {
      const found = scoreLine(text);
      if ('rule' in found) complain(number, found);
      else if (seen.has(found.cve)) complain(number, { rule: FORMAT, message: `${found.cve} has a row already.` });
      else {
        seen.add(found.cve);
        if (found.cve < last && warnings.length === 0) {
          const message = 'The rows are not sorted by CVE, as published files are.';
          warnings.push({ place: `line ${number}`, rule: FORMAT, message });
        }
        last = found.cve;
        batch.push({ kind: 'epss', place: `line ${number}`, warnings: [], value: found });
      }
    }
    if (errors.length > LIMITS.problems) break;
    if (batch.length >= BATCH && errors.length === 0) {
      await out.records(batch);
      batch = [];
    }
    if (seen.size > LIMITS.rows) {
      errors.push({ place: `line ${number}`, rule: 'limit', message: `The file has more than ${LIMITS.rows} rows.` });
      break;
    }
  }
  if (expected !== 'row') errors.push({ place: '', rule: FORMAT, message: 'The file ends before its heading.' });
  else if (seen.size === 0 && errors.length === 0)
    errors.push({ place: '', rule: FORMAT, message: 'The file has no row.' });
  if (errors.length === 0) await out.records(batch);
  return headOf('epss', FORMAT, {
    errors,
    warnings,
    asOf: model.scoreDate || null,
    facts: { model_version: model.modelVersion, score_date: model.scoreDate, count: seen.size },
  });
};
