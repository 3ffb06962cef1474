/** How exposed a unit, or a unit of a model, is to one vulnerability: every number with its reasons. Pure. */
import type { VersionVerdict } from '../../../db/schema/intake.server';
import { type BodLine, bodFacts, bodLine } from './bod';
import { type FdaRisk, fdaRisk } from './fda-risk';
import { type Epss, epssInWords, exploitedOf, type Kev, kevInWords } from './known-attacks';
import { type Level, levelOf } from './level';
import { modificationsOf, type SaidAnswer } from './modifications';
import { type Place, type Reach, reachOf } from './place';
import { inWords, type Reason } from './reason';
import { attackVectorOf, readVector, scoreUnder } from './score';

export interface ExposureFacts {
  verdict: VersionVerdict;
  /** As the advisory publishes them. */
  vector: string;
  score: number | null;
  kev: Kev;
  epss: Epss;
  place: Place;
  /** In force for this unit and this vulnerability. */
  answers: readonly SaidAnswer[];
}

export interface ScoreHere {
  /** What the advisory publishes, and what its vector comes to; null: none. */
  published: number | null;
  base: number | null;
  version: string;
  /** Least and greatest here; the same where nothing is unproved. null: there is no vector to go by. */
  least: number | null;
  greatest: number | null;
  reasons: Reason[];
  /** What would have to be known or proved. */
  open: string[];
  /** Why the vector cannot be used, or differs from the number beside it. */
  problem: string;
  /** "9.8 base, 8.8 here, because …": never a number alone. */
  says: string;
}

export interface ExposureToOne {
  verdict: VersionVerdict;
  score: ScoreHere;
  reach: Reach;
  kev: string;
  epss: string;
  bod: BodLine;
  fda: FdaRisk;
  level: Level;
}

/** Everything that is known of one vulnerability on one unit. */
export function exposureOf(facts: ExposureFacts): ExposureToOne {
  const read = readVector(facts.vector);
  const vector = typeof read === 'string' ? null : read;
  const exploited = exploitedOf(facts.kev);
  return {
    verdict: facts.verdict,
    score: scoreHere(facts, read),
    reach: reachOf(facts.place),
    kev: kevInWords(facts.kev),
    epss: epssInWords(facts.epss),
    bod: bodLine(bodFacts(facts.kev, facts.place.internetReachable, vector)),
    fda: fdaRisk(vector, exploited, facts.answers),
    level: levelOf({ verdict: facts.verdict, vector: attackVectorOf(vector), exploited, place: facts.place }),
  };
}

function scoreHere({ score, place, answers }: ExposureFacts, read: ReturnType<typeof readVector>): ScoreHere {
  const published = score;
  if (read === null || typeof read === 'string') {
    const says =
      published === null
        ? 'No score published.'
        : `${published.toFixed(1)} published without a vector we can use: what it is here cannot be said.`;
    const none = { base: null, version: '', least: null, greatest: null, reasons: [], open: [] };
    return { published, ...none, problem: read ?? '', says };
  }
  const { proved, claimed, reasons, open } = modificationsOf(read, place, answers);
  const one = scoreUnder(read, proved);
  const other = scoreUnder(read, claimed);
  const [least, greatest] = [Math.min(one, other), Math.max(one, other)];
  const problem =
    published !== null && published !== read.base
      ? `${published.toFixed(1)} is published, but its vector comes to ${read.base.toFixed(1)}.`
      : '';
  return {
    ...{ published, base: read.base, version: read.version, least, greatest, reasons, open, problem },
    says: inOneLine({ base: read.base, least, greatest, reasons, open }),
  };
}

/** Sentences as parts of one: "The model is …" becomes "the model is …", "CVSS 2.0 …" stays. */
const changing = (reasons: readonly Reason[]): string[] =>
  reasons.map(({ says }) => says.replace(/[.?]$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()));

function inOneLine(of: { base: number; least: number; greatest: number; reasons: Reason[]; open: string[] }): string {
  const base = `${of.base.toFixed(1)} base`;
  if (of.reasons.length === 0) return `${base}, the same here: nothing is recorded that changes it.`;
  const here =
    of.least === of.greatest
      ? of.greatest === of.base
        ? 'the same here'
        : `${of.greatest.toFixed(1)} here`
      : `${of.least.toFixed(1)} to ${of.greatest.toFixed(1)} here`;
  const missing = of.least === of.greatest || of.open.length === 0 ? '' : ` To say which: ${inWords(of.open)}.`;
  return `${base}, ${here}, because ${changing(of.reasons).join('; ')}.${missing}`;
}
