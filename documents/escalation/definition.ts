import { defineLetter } from '../parts/letter/definition';
import { EscalationDocument } from './letter';
import { escalationSamples } from './samples';

export const escalationDefinition = defineLetter('escalation', EscalationDocument, escalationSamples);
