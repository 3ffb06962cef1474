/** "What do we have for this CVE, and what did the maker say?" Seven queries, however much there is. */
import { inOrganisation, type Tx } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { type Epss, epssInWords, type FeedHeld, kevInWords } from '../exposure/known-attacks';
import { feedAges } from '../imports/feed-ages.server';
import type { FeedAge } from '../imports/feed-words';
import { today as presentDay } from '../today';
import { type CveChange, type CveLetter, type CveSource, type CveUnits, differingScores, notAsked } from './cve-facts';
import {
  type CveWords,
  type Known,
  readCveChanges,
  readCveLetters,
  readCveSources,
  readCveUnits,
  readCveWords,
  readKnown,
} from './read-cve.server';
import { cveIn } from './units-filter';

export interface CveAnswer extends CveWords {
  cve: string;
  today: string;
  units: CveUnits;
  sources: CveSource[];
  moreSources: number;
  letters: CveLetter[];
  changes: CveChange[];
  kev: string;
  epss: string;
  ages: FeedAge[];
  /** Nothing we hold names it: that is no "not affected". */
  nobodyNamesIt: boolean;
  /** Published scores that differ. */
  scores: string[];
  /** Makers of devices that are hit or may be whom nobody has asked. */
  notAsked: CveUnits['makers'];
}

/** What was asked: nothing yet, something that is no CVE id, or an answer. */
export type CveQuestion = { asked: string; answer: CveAnswer | null };

const held = (ages: readonly FeedAge[], feed: FeedAge['feed']): FeedHeld | null => {
  const age = ages.find((one) => one.feed === feed);
  return age?.loadedAt ? { asOf: age.asOf, loadedOn: age.loadedAt.slice(0, 10) } : null;
};

function known({ kev, epss }: Known, ages: readonly FeedAge[]): { kev: string; epss: string } {
  const [kevHeld, epssHeld] = [held(ages, 'kev'), held(ages, 'epss')];
  const scored: Epss = epss
    ? { state: 'scored', ...epss }
    : epssHeld
      ? { state: 'not_scored', held: epssHeld }
      : { state: 'never_loaded' };
  return {
    kev: kevInWords(
      kev ? { state: 'listed', ...kev } : kevHeld ? { state: 'not_listed', held: kevHeld } : { state: 'never_loaded' },
    ),
    epss: epssInWords(scored),
  };
}

/** @param typed what stands in the field, or null */
export const askCve = (actor: Actor, typed: string | null): Promise<CveQuestion> => {
  const asked = (typed ?? '').trim().slice(0, 60);
  const cve = cveIn(asked);
  if (!cve) return Promise.resolve({ asked, answer: null });
  return inOrganisation(actor, async (tx) => ({ asked, answer: await answerCve(tx, actor.orgId, cve) }));
};

/** As `askCve`, inside the caller's transaction. */
export async function answerCve(tx: Tx, orgId: string, cve: string): Promise<CveAnswer> {
  const ages = await feedAges(tx, orgId);
  const feeds = await readKnown(tx, orgId, cve);
  const units = await readCveUnits(tx, orgId, cve);
  const sources = await readCveSources(tx, orgId, cve);
  const words = await readCveWords(tx, orgId, cve);
  const letters = await readCveLetters(tx, orgId, cve);
  const changes = await readCveChanges(tx, orgId, cve);
  const found = [units.lines, sources.rows, words.said, words.byHand, letters, changes];
  return {
    ...{ cve, today: presentDay(), units, letters, changes, ages },
    ...words,
    ...known(feeds, ages),
    sources: sources.rows,
    moreSources: sources.total - sources.rows.length,
    nobodyNamesIt: found.every((rows) => rows.length === 0),
    scores: differingScores(sources.rows),
    notAsked: notAsked(units.makers, letters, words.said),
  };
}
