/** What the pages of exposure share: each row with its exposure, the sum, the answers and the ages of the feeds. */
import type { Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { FeedAge } from '../imports/feed-ages.server';
import type { Page } from '../keyset';
import { answersFor, type ExposureAnswer } from './answers';
import { type ExposureToOne, exposureOf } from './exposure-of';
import { exploitedOf, type FeedHeld } from './known-attacks';
import { type Level, levelOf, worstLevel } from './level';
import type { Whose } from './pairs-query.server';
import type { Place } from './place';
import { kevOf, type Pair, readAlike, readPairs } from './read-pairs.server';
import { attackVectorOf, readVector } from './score';

export interface ExposedRow extends Pair {
  exposure: ExposureToOne;
}

export interface ExposureView {
  page: Page<ExposedRow>;
  sum: {
    level: Pick<Level, 'least' | 'greatest'> | null;
    hit: number;
    unclear: number;
    not: number;
    /** Of those that hit or may hit. */
    listed: number;
  };
  answers: ExposureAnswer[];
  ages: FeedAge[];
  mayAnswer: boolean;
  today: string;
}

/** The feeds by name, null for what was never loaded. */
export function heldOf(ages: readonly FeedAge[], feed: FeedAge['feed']): FeedHeld | null {
  const age = ages.find((one) => one.feed === feed);
  return age?.loadedAt ? { asOf: age.asOf, loadedOn: age.loadedAt.slice(0, 10) } : null;
}

export interface ExposureBasis {
  ages: FeedAge[];
  /** The place, but for what people answered, which may differ from vulnerability to vulnerability. */
  place: Omit<Place, 'behindControl'>;
  answers: ExposureAnswer[];
  today: string;
}

/** Reads a page of rows and puts the exposure of each together. Two queries. */
export async function viewExposure(
  tx: Tx,
  actor: Actor,
  whose: Whose,
  search: URLSearchParams,
  basis: ExposureBasis,
): Promise<ExposureView> {
  const [kevHeld, epssHeld] = [heldOf(basis.ages, 'kev'), heldOf(basis.ages, 'epss')];
  const placeFor = (answers: readonly ExposureAnswer[]): Place => {
    const said = answers.find(({ question }) => question === 'behind_control')?.answer;
    const behindControl = said === 'yes' || said === 'no' || said === 'unknown' ? said : null;
    return { ...basis.place, behindControl };
  };
  const page = await readPairs(tx, actor.orgId, whose, search);
  const rows = page.rows.map((pair): ExposedRow => {
    const answers = answersFor(basis.answers, whose.unitId, pair.cve);
    const exposure = exposureOf({
      ...{ verdict: pair.verdict, vector: pair.vector, score: pair.score, answers, place: placeFor(answers) },
      kev: kevOf(pair.kev, kevHeld),
      epss: pair.epss
        ? { state: 'scored', ...pair.epss }
        : epssHeld
          ? { state: 'not_scored', held: epssHeld }
          : { state: 'never_loaded' },
    });
    return { ...pair, exposure };
  });
  const alike = await readAlike(tx, actor.orgId, whose);
  const general = placeFor(answersFor(basis.answers, whose.unitId, ''));
  const levels = alike
    .filter(({ verdict }) => verdict !== 'fixed' && verdict !== 'not_affected')
    .map(({ verdict, vector, listed }) => {
      const read = readVector(vector);
      const exploited = exploitedOf(kevOf(listed ? { added: '', due: null, ransomware: null } : null, kevHeld));
      const from = attackVectorOf(typeof read === 'string' ? null : read);
      return levelOf({ verdict, vector: from, exploited, place: general });
    });
  const count = (wanted: (one: (typeof alike)[number]) => boolean) =>
    alike.filter(wanted).reduce((sum, one) => sum + one.count, 0);
  const open = (verdict: string) => verdict === 'unclear' || verdict === 'under_investigation';
  return {
    page: { ...page, rows },
    sum: {
      level: worstLevel(levels),
      hit: count(({ verdict }) => verdict === 'affected'),
      unclear: count(({ verdict }) => open(verdict)),
      not: count(({ verdict }) => verdict === 'fixed' || verdict === 'not_affected'),
      listed: count(({ verdict, listed }) => listed && (verdict === 'affected' || open(verdict))),
    },
    answers: basis.answers.filter(({ unitId }) => unitId === null || unitId === whose.unitId),
    ages: basis.ages,
    mayAnswer: can(actor, 'risk:write'),
    today: basis.today,
  };
}
