/** Words and addresses that every page of the library uses. Pure; knows no chart. */
import type { Chart, Who } from '../../regulation/chart';

export const ANSWERS: Record<Chart['answers'], string> = {
  law: 'Law: does the change disturb the basis of conformity?',
  who: 'Who: who may make the change on the installed unit?',
  safe: 'Safe: is it clinically and operationally safe here, now?',
};

/** The same in a word, for tables. */
export const ANSWERS_SHORT: Record<Chart['answers'], string> = { law: 'law', who: 'who', safe: 'safe' };

export const WHO_ANSWERS: Record<Who, string> = {
  manufacturer: 'the maker',
  hospital: 'the hospital',
  regulator: 'the regulator',
};

/** Anchor of a question, outcome, principle or remark on the chart's page. */
export const anchor = (id: string): string => `at-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2023-05-12" as "12 May 2023", "2020-07" as "Jul 2020", "CFR 2025" as it is: never more precise than the source. */
export function partialDate(iso: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso) ?? [];
  if (!year) return iso;
  const name = month ? `${MONTHS[Number(month) - 1] ?? month} ` : '';
  return `${day ? `${Number(day)} ` : ''}${name}${year}`;
}
