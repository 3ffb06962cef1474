import { asking, askingSamples, controls, LONG_WORD, letter } from '../parts/letter/sample';
import type { NetworkCompatibilityRequest } from './model';

const ordinary: NetworkCompatibilityRequest = {
  ...letter,
  ...asking,
  subject: [
    'Network segment for telemetry receiver TR-96, software 4.2.0, 12 units: what must stay open for the device to work?',
  ],
  why: [
    'We are moving these devices into a network segment of their own. A firewall will let through what the device needs and nothing else, so we ask before a connection is missing at the bedside.',
  ],
  proposal: [
    ...asking.proposal,
    { label: 'Change', value: 'own network segment with a firewall; addresses stay as they are' },
    { label: 'Planned for', value: '18 January 2027, one ward first' },
  ],
  flows: [
    { from: 'TR-96', to: 'central station', protocol: 'TCP', port: '2404', purpose: 'waves and alarms' },
    { from: 'TR-96', to: 'time server', protocol: 'UDP', port: '123', purpose: 'clock' },
    { from: 'central station', to: 'patient record', protocol: 'TCP', port: { blank: 'port' }, purpose: 'HL7 results' },
    { from: 'your service', to: 'TR-96', protocol: 'TCP', port: '443', purpose: 'remote service, through our gateway' },
  ],
  deciding: {
    ...asking.deciding,
    questions: [
      {
        number: 1,
        text: 'Is the list of connections complete and right for software 4.2.0?',
        choices: [{ label: 'Complete and right' }, { label: 'Corrected above' }, { label: 'Our own list is attached' }],
        line: 'Document',
        settles: ['A confirmed list lets the firewall be set; without one we watch the traffic first.'],
        from: 'MDS2 CONN-2, DOC-10',
      },
      {
        number: 2,
        text: 'Does the segment described change the device as you placed it on the market?',
        choices: [
          { label: 'No' },
          { label: 'Yes, because', fill: '' },
          { label: 'Not yet assessed', fill: 'answer by' },
        ],
        settles: ['No leaves: a change of our network. Yes leaves: a change of the device, assessed as one.'],
        from: 'IEC 80001-1:2010, 4.4.4.3',
      },
    ],
  },
  further: {
    ...asking.further,
    blocks: [
      {
        letter: 'G',
        title: 'Network',
        questions: [
          {
            number: 3,
            text: 'What happens on the device when the connection is lost for a minute?',
            choices: [{ label: 'It alarms' }, { label: 'It works on unnoticed' }, { label: 'It stops', fill: '' }],
            from: 'MDS2 DOC-6',
          },
          {
            number: 4,
            text: 'Which delay between device and central station is tolerated?',
            choices: [{ label: 'At most (ms)', fill: '' }, { label: 'Not specified' }],
          },
        ],
      },
    ],
  },
  annexes: { ...asking.annexes, controls },
};

export const networkSamples = askingSamples(ordinary, {
  bare: { flows: [] },
  longest: {
    flows: Array.from({ length: 70 }, (_, index) => ({
      from: `TR-96 on ward ${index}`,
      to: index === 5 ? LONG_WORD.slice(0, 200) : 'central station',
      protocol: 'TCP',
      port: String(2400 + index),
      purpose: 'waves and alarms',
    })),
  },
  scripts: { flows: [{ from: 'насос', to: '中央站', protocol: 'TCP', port: '2404', purpose: 'إنذارات' }] },
});
