import { type DocumentDefinition, safeFileName } from '../document';
import { addFields } from './fields';
import { AnswerFormDocument } from './form';
import type { AnswerForm } from './model';
import { answerFormSamples } from './samples';

export const answerFormDefinition: DocumentDefinition<AnswerForm> = {
  component: AnswerFormDocument,
  samples: answerFormSamples,
  fileName: (model) =>
    safeFileName([model.reference, ...(model.version === 'v1.0' ? [] : [model.version]), 'answer-form'].join('-')),
  form: (model) => model,
  finish: addFields,
};
