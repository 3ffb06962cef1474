import { asking, askingSamples, letter, longText, noAnnexes } from '../parts/letter/sample';
import type { ClarificationRequest } from './model';

const ordinary: ClarificationRequest = {
  ...letter,
  ...asking,
  subject: ['Two of your statements on patching telemetry receiver TR-96 contradict each other: which one holds?'],
  why: [
    'We hold two statements of yours on the same device and the same subject. They cannot both be right, so we follow neither until you say which one holds.',
  ],
  about: 'installing operating-system patches on TR-96, software 4.2.0',
  sides: [
    {
      where: 'MDS2 form of 3 March 2024',
      quotation: 'Operating system patches may be installed by the owner without approval of the manufacturer.',
      page: '6',
      said: 'the hospital may install patches itself',
    },
    {
      where: 'your answer of 9 October 2026 to CM-2026-000098-L01',
      quotation: 'Please do not install any update that we have not released for this model.',
      page: '1',
      said: 'only patches released by you may be installed',
    },
  ],
  deciding: {
    intro: 'Please choose one answer.',
    questions: [
      {
        number: 1,
        text: 'Which statement holds for TR-96 with software 4.2.0, from today on?',
        choices: [
          { label: 'Statement 1' },
          { label: 'Statement 2' },
          { label: 'Neither: what holds is', fill: '' },
          { label: 'Both, for different cases, namely', fill: '' },
        ],
        line: 'Document and edition in which it stands',
        settles: ['Statement 1 leaves: your standing permission. Statement 2 leaves: we ask for each patch.'],
        from: 'MDS2 CSUP-2.4',
      },
    ],
  },
  silence: ['Until you answer we follow the more cautious statement and record that the other one exists.'],
  annexes: noAnnexes,
};

export const clarificationSamples = askingSamples(ordinary, {
  bare: { about: '', sides: [] },
  longest: {
    sides: ordinary.sides.map((side) => ({ ...side, quotation: longText(18) })),
  },
  scripts: {
    about: 'обновления · 更新',
    sides: [
      { where: '取扱説明書', quotation: '製造業者の許可なく更新してもよい。', page: '６', said: 'разрешено' },
      { where: 'דואר אלקטרוני', quotation: 'אין להתקין עדכונים שלא אושרו.', page: '', said: '' },
    ],
  },
});
