import { asking, askingSamples, LONG_WORD, letter } from '../parts/letter/sample';
import type { LifecycleRequest } from './model';

const ordinary: LifecycleRequest = {
  ...letter,
  ...asking,
  subject: ['End of support of telemetry receiver TR-96, software 4.2.0 on Windows 7 Embedded, 12 units: your roadmap'],
  why: [
    'The operating system of these units no longer gets security updates from its maker. We have to plan: keep, upgrade or replace, and until when which controls must stand.',
  ],
  lifecycle: [
    { what: 'Telemetry receiver TR-96', release: '4.2.0', supportEnds: { blank: 'your date' }, source: '' },
    {
      what: 'Windows Embedded Standard 7',
      release: 'Service Pack 1',
      supportEnds: '2020-10-13',
      source: 'Microsoft lifecycle pages',
    },
    {
      what: 'SQL Server 2012 Express',
      release: 'Service Pack 4',
      supportEnds: '2022-07-12',
      source: 'Microsoft lifecycle pages',
    },
  ],
  deciding: {
    ...asking.deciding,
    questions: [
      {
        number: 1,
        text: 'Until when do you support this model with security updates?',
        choices: [
          { label: 'Until', fill: '(date)' },
          { label: 'Support has ended', fill: 'on (date)' },
          { label: 'Not decided yet', fill: 'answer by' },
        ],
        settles: ['The date decides whether controls bridge a gap or replacement is planned.'],
        from: 'MDS2 RDMP-3',
      },
      {
        number: 2,
        text: 'Is there a version for the installed hardware on a supported operating system?',
        choices: [
          { label: 'Yes, version', fill: '' },
          { label: 'Planned for', fill: '(date)' },
          { label: 'No, new hardware needed' },
        ],
        line: 'Price or offer, where there is one',
        settles: ['Yes leaves: an upgrade, assessed as a change. No leaves: replacement.'],
        from: 'MDS2 RDMP-4',
      },
    ],
  },
  further: {
    ...asking.further,
    blocks: [
      {
        letter: 'H',
        title: 'Until then',
        questions: [
          {
            number: 3,
            text: 'Do you offer extended security updates for the operating system?',
            choices: [{ label: 'Yes, until', fill: '' }, { label: 'No' }],
          },
          {
            number: 4,
            text: 'Which controls do you recommend after the end of support?',
            choices: [{ label: 'Document attached' }, { label: 'None' }, { label: 'These', fill: '' }],
            from: 'IMDRF N60 6.4.2',
          },
        ],
      },
    ],
  },
};

export const lifecycleSamples = askingSamples(ordinary, {
  bare: { lifecycle: [] },
  longest: {
    lifecycle: Array.from({ length: 60 }, (_, index) => ({
      what: index === 4 ? LONG_WORD.slice(0, 200) : `Component ${index + 1} of the receiver`,
      release: `${index}.4.1`,
      supportEnds: '2027-01-31',
      source: 'https://lifecycle.example/components/and/their/dates',
    })),
  },
  scripts: { lifecycle: [{ what: '操作系统', release: '四', supportEnds: '2027-01-31', source: 'сайт виробника' }] },
});
