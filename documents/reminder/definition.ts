import { defineLetter } from '../parts/letter/definition';
import { ReminderDocument } from './letter';
import { reminderSamples } from './samples';

export const reminderDefinition = defineLetter('reminder', ReminderDocument, reminderSamples);
