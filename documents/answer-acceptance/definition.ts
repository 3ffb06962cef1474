import { defineLetter } from '../parts/letter/definition';
import { AnswerAcceptanceDocument } from './letter';
import { answerAcceptanceSamples } from './samples';

export const answerAcceptanceDefinition = defineLetter('acceptance', AnswerAcceptanceDocument, answerAcceptanceSamples);
