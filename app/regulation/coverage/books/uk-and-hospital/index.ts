/** What became of the rows on the United Kingdom, the health service in England and hospital networks. */
import type { BookPlan } from '../../plan';
import { formSections } from './form';
import { lawSections } from './law';
import { healthServiceSections } from './nhs';
import { practiceSections } from './practice';

export const ukAndHospitalBook: BookPlan = {
  book: 'uk-and-hospital',
  title: 'United Kingdom and hospital',
  sections: { ...lawSections, ...healthServiceSections, ...formSections, ...practiceSections },
};
