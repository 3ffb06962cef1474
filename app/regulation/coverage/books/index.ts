/** The plans of all source books, in the order of the report. */
import type { BookPlan } from '../plan';
import { appliesBook } from './applies';
import { euBook } from './eu';
import { internationalBook } from './international';
import { ukAndHospitalBook } from './uk-and-hospital';
import { usBook } from './us';

export const BOOKS: readonly BookPlan[] = [usBook, euBook, ukAndHospitalBook, internationalBook, appliesBook];
