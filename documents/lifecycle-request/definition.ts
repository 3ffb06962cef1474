import { defineAskingLetter } from '../parts/letter/definition';
import { LifecycleRequestDocument } from './letter';
import { lifecycleSamples } from './samples';

export const lifecycleDefinition = defineAskingLetter('end-of-support', LifecycleRequestDocument, lifecycleSamples);
