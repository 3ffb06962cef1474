/** The form that says what was done on units. */
import { z } from 'zod';
import { optionalDate, optionalText } from '../text-input';
import { OUTCOMES, TESTS } from './outcomes';

/** Whom the form is about: those ticked, those named by serial number, or all that have no record yet. */
export const SCOPES = ['ticked', 'serials', 'rest'] as const;

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value));

/** Hours and minutes in universal time, as every time here; blank means that only the day is known. */
const timeOfDay = optionalText().transform((text, context) => {
  if (text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
  context.addIssue({ code: 'custom', message: 'Give the time as hours and minutes, for example 02:30.' });
  return z.NEVER;
});

export const RecordForm = z
  .object({
    scope: z.enum(SCOPES, { error: 'Say which units this is about.' }).default('ticked'),
    unit: several.pipe(z.array(z.uuid({ error: 'Tick units of this list.' }))),
    serials: optionalText(),
    outcome: z.enum(OUTCOMES, { error: 'Say what became of them.' }),
    versionBefore: optionalText(),
    versionAfter: optionalText(),
    doneOn: optionalDate(),
    doneTime: timeOfDay,
    doneBy: optionalText(),
    /** Whoever did it on the spot, where that was nobody of the house. */
    onTheSpot: optionalText(),
    test: z.enum(TESTS, { error: 'Say whether it was tested.' }).default('not_tested'),
    testNote: optionalText(),
    rollBack: optionalText(),
    deviation: optionalText(),
    /** Newest record that the page showed; empty: none. */
    seen: z.union([z.literal(''), z.iso.datetime()]).default(''),
  })
  .superRefine((form, context) => {
    const wanted = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (form.scope === 'ticked' && form.unit.length === 0) wanted('unit', 'Tick at least one unit.');
    if (form.scope === 'serials' && form.serials === '') wanted('serials', 'Give at least one serial number.');
    if (form.outcome === 'not_done') {
      if (form.deviation === '') wanted('deviation', 'Say why it was not done.');
      return;
    }
    if (!form.doneOn) wanted('doneOn', 'Say on which day.');
    if (form.outcome === 'rolled_back' && form.rollBack === '') wanted('rollBack', 'Say how it was taken back.');
    if (form.outcome === 'failed' && form.deviation === '') wanted('deviation', 'Say what failed.');
    if (form.test !== 'passed' && form.testNote === '') {
      wanted('testNote', form.test === 'failed' ? 'Say what failed.' : 'Say why it was not tested.');
    }
  });

export type RecordInput = z.output<typeof RecordForm>;

/** Serial numbers one a line. */
export const serialsOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** The moment a form names. A day without a time is its beginning. */
export const momentOf = ({ doneOn, doneTime }: Pick<RecordInput, 'doneOn' | 'doneTime'>): Date | null =>
  doneOn ? new Date(`${doneOn}T${doneTime || '00:00'}:00Z`) : null;
