import { defineAskingLetter } from '../parts/letter/definition';
import { SupplierRequestLetterDocument } from './letter';
import { letterSamples } from './samples';

export const letterDefinition = defineAskingLetter('supplier-request', SupplierRequestLetterDocument, letterSamples);
