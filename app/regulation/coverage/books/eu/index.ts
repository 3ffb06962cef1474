/** What became of the rows on the European Union. */
import type { BookPlan } from '../../plan';
import { changeSections } from './change';
import { frameSections } from './frame';
import { operatorAndMarketSections } from './operator-and-market';
import { practiceSections } from './practice';

export const euBook: BookPlan = {
  book: 'eu',
  title: 'European Union',
  sections: { ...frameSections, ...changeSections, ...operatorAndMarketSections, ...practiceSections },
};
