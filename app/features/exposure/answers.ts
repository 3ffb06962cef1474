/** Which answer counts: the one closest to the unit and the vulnerability. Pure. */

export interface ExposureAnswer {
  id: string;
  unitId: string | null;
  /** '' : every vulnerability. */
  cve: string;
  question: string;
  answer: string;
  reason: string;
  saidByName: string;
  /** ISO. */
  saidAt: string;
}

const closeness = ({ unitId, cve }: ExposureAnswer): number => (unitId ? 2 : 0) + (cve ? 1 : 0);

/**
 * The answers in force for one unit (null: a unit of the model of which nothing is known) and one vulnerability: of
 * several on a question the closest counts, first by unit, then by vulnerability.
 */
export function answersFor(all: readonly ExposureAnswer[], unitId: string | null, cve: string): ExposureAnswer[] {
  const found = new Map<string, ExposureAnswer>();
  for (const one of all) {
    if (one.unitId !== null && one.unitId !== unitId) continue;
    if (one.cve !== '' && one.cve !== cve) continue;
    const other = found.get(one.question);
    if (!other || closeness(one) > closeness(other)) found.set(one.question, one);
  }
  return [...found.values()];
}

/** "this unit, CVE-2017-0144"; what an answer was said about. */
export const saidAbout = ({ unitId, cve }: Pick<ExposureAnswer, 'unitId' | 'cve'>): string =>
  `${unitId ? 'this unit' : 'every unit of the model'}, ${cve || 'every vulnerability'}`;
