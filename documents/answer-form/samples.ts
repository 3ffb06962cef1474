import { ISSUED, LONG_WORD, longText } from '../parts/letter/sample';
import { letterSamples } from '../supplier-request-letter/samples';
import type { AnswerForm } from './model';

const ordinary = letterSamples.ordinary?.model.form;
if (!ordinary) throw new Error('The ordinary letter has no form.');

const [one] = ordinary.questions;

export const answerFormSamples: Record<string, { model: AnswerForm; issuedAt: string }> = {
  ordinary: { model: ordinary, issuedAt: ISSUED },
  bare: { model: { ...ordinary, supplier: '', organisation: '', answer_by: null, questions: [] }, issuedAt: ISSUED },
  scripts: {
    model: {
      ...ordinary,
      organisation: 'Szpital Łódź',
      supplier: '医疗器械有限公司',
      questions: [
        {
          number: 1,
          key: 'sample:1',
          text: 'Можно ли установить обновление? 可以安装更新吗？ هل يمكن التثبيت؟',
          choices: [
            { id: 'да', label: 'Да' },
            { id: 'не ещё', label: '还没有', fill: 'до' },
          ],
          comment: true,
          deciding: true,
          facts: [],
          cves: [],
        },
      ],
    },
    issuedAt: ISSUED,
  },
  longest: {
    model: {
      ...ordinary,
      questions: one
        ? Array.from({ length: 60 }, (_, index) => ({
            ...one,
            number: index + 1,
            text: index === 4 ? LONG_WORD : longText(index % 10 === 0 ? 12 : 1),
            choices: [...one.choices, { id: 'long', label: longText(1), fill: 'because' }],
            deciding: index < 20,
            block: index < 20 ? undefined : `Block ${Math.floor(index / 10)}`,
          }))
        : [],
    },
    issuedAt: ISSUED,
  },
};
