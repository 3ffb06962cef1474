/** How a stand-in and an exception are named wherever they were used: on screen, in print and in the record. Pure. */
import { dateInWords } from '../../ui/time';
import { longDate } from '../letters/drafting/long-date';
import { SLOT_LABELS, type SlotId } from '../sign-off/slots';

/** "Bea Brown, under delegation 12, until 3 December 2026": as it is stored with a signature. */
export const onBehalfWords = (of: { principalName: string; number: number; endsOn: string }): string =>
  `${of.principalName}, under delegation ${of.number}, until ${longDate(of.endsOn)}`;

/** "Ann Adams for Bea Brown, under delegation 12, until 3 December 2026" */
export const delegationInWords = (of: {
  delegateName: string;
  principalName: string;
  number: number;
  endsOn: string;
}): string => `${of.delegateName} for ${onBehalfWords(of)}`;

/** "author (clinical engineering) and risk owner" */
export const placesInWords = (slots: readonly SlotId[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(slots.map((slot) => SLOT_LABELS[slot]));

/** "one person in several places, under exception 3, until 3 Dec 2026": beside every signature that needed it. */
export const exceptionInWords = (of: { number: number; endsOn: string }): string =>
  `one person in several places, under exception ${of.number}, until ${dateInWords(of.endsOn)}`;
