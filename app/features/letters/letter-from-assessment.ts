/**
 * From a dossier and its assessment to the letter that asks the supplier what only the supplier knows, without a
 * register: what the command line and examples use. Pure. What is not known is left as a marked blank, never guessed.
 */
import type { AskingLetter, LetterBase, ThemeName } from '../../../documents/parts/letter-model';
import type { Logo } from '../../../documents/parts/letterhead';
import type { SupplierRequestLetter } from '../../../documents/supplier-request-letter/model';
import type { Dossier } from '../../regulation/dossier';
import type { AssessmentResult } from '../../regulation/result';
import { type CalendarId, calendarOf } from '../clocks/calendar-names';
import { addDays, addWorkingDays } from '../clocks/calendars';
import { composeLetter } from './drafting/compose-letter';
import { countedInWords, deadlineOn } from './drafting/deadlines';
import { deviceOf } from './drafting/devices';
import type { LetterMaterial, LetterUnit, ModelFacts, Person } from './drafting/material';
import type { LetterKind } from './letter-kinds';
import { BUILT_IN } from './templates/built-in';

export type { LetterUnit } from './drafting/material';

export interface LetterInput {
  dossier: Dossier;
  result: AssessmentResult;
  kind?: LetterKind;
  theme?: ThemeName;
  /** "CM-2026-000123-L01"; the dossier's id when absent. */
  reference?: string;
  yourReference?: string;
  version?: string;
  /** ISO day; the day whose rules were used when absent. */
  date?: string;
  /** Null once the letter is approved. */
  mark?: string | null;
  description?: string;
  /** ISO day by which the change is wanted. */
  neededBy?: string;
  sender?: { organisation?: string; lines?: string[]; logo?: Logo };
  /** Name of a person, else a role; organisation defaults to the manufacturer of the dossier. */
  recipient?: { name?: string; role?: string; organisation?: string; lines?: string[] };
  contact?: Person;
  signatory?: { name?: string; role?: string };
  /** How many units, when known, and which. */
  units?: { count?: number; list?: LetterUnit[] };
  /** Controls in place, as recorded; without it the usual ones, each with a blank for its state. */
  controls?: { control: string; effect: string; state: string }[];
  /** Address of the reply page, where there is one. */
  replyAt?: string;
  /** Working days to acknowledge, calendar days to a position. Defaults 10 and 30. */
  clocks?: { acknowledge?: number; answer?: number };
  /** That of the dossier's site when absent. */
  calendar?: CalendarId;
}

const modelOf = ({ dossier, units }: LetterInput): ModelFacts => {
  const { device } = dossier;
  return {
    id: '',
    name: deviceOf(dossier),
    udiDi: device?.udi_di ?? '',
    softwareVersion: device?.software?.version ?? '',
    osProduct: device?.software?.os?.product ?? '',
    osRelease: device?.software?.os?.release ?? '',
    networkNeeds: '',
    remoteAccess: '',
    makerSupportEnds: null,
    mds2Date: null,
    softwareReleased: device?.software?.released ?? null,
    mds2Answered: [],
    components: [],
    units: units?.count ?? units?.list?.length ?? null,
  };
};

/** The model of a letter of the kind wished for. Nothing in it depends on the clock: the date is the one given. */
export function letterOfKind(input: LetterInput): LetterBase {
  const { dossier, result, units, description, neededBy, clocks = {} } = input;
  const date = input.date ?? result.as_of;
  const calendar =
    input.calendar ??
    calendarOf({ country: dossier.site?.country?.trim().toUpperCase() ?? '', nation: dossier.site?.nation ?? null });
  const reference = input.reference ?? dossier.id;
  const { yourReference, version, theme, sender, recipient, contact, signatory, controls, replyAt, mark } = input;
  const given = { yourReference, version, theme, sender, recipient, contact, signatory, controls, replyAt, mark };
  const material: LetterMaterial = {
    kind: input.kind ?? 'supplier-request-letter',
    date,
    matters: [
      {
        dossier,
        result,
        ...(description ? { description } : {}),
        ...(neededBy ? { neededBy } : {}),
        ...(units ? { units } : {}),
      },
    ],
    models: [modelOf(input)],
    vulnerabilities: [],
    acknowledge: deadlineOn(date, addWorkingDays(date, clocks.acknowledge ?? 10, calendar), calendar),
    answer: deadlineOn(date, addDays(date, clocks.answer ?? 30, calendar), calendar),
    counted: countedInWords(calendar),
    texts: BUILT_IN[input.kind ?? 'supplier-request-letter'],
    ...(reference?.trim() ? { reference: reference.trim() } : {}),
    ...(Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as Partial<LetterMaterial>),
  };
  return composeLetter(material).model;
}

/** The request for a validated patch or for permission to install. */
export const letterFromAssessment = (input: Omit<LetterInput, 'kind'>): SupplierRequestLetter =>
  letterOfKind(input) as AskingLetter;
