import { defineAskingLetter } from '../parts/letter/definition';
import { NetworkCompatibilityRequestDocument } from './letter';
import { networkSamples } from './samples';

export const networkDefinition = defineAskingLetter('network', NetworkCompatibilityRequestDocument, networkSamples);
