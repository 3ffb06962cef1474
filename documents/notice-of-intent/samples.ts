import { controls, followed, letter, longText, noticeSamples, open } from '../parts/letter/sample';
import type { NoticeOfIntent } from './model';

const ordinary: NoticeOfIntent = {
  ...letter,
  reference: 'CM-2026-000123-L05',
  subject: ['We shall take 12 telemetry receivers TR-96 off the network from 11 January 2027'],
  ask: 'If you object, please write to us before 11 January 2027 and give the reason; we shall then wait and talk.',
  paragraphs: [
    'Our questions of 12 October 2026 and two reminders were not answered. We have assessed the change with what we know and recorded what we do not know. We take your silence neither for permission nor for refusal.',
  ],
  from: '2027-01-11',
  intent: [
    { label: 'Change', value: 'Take the units off the hospital network and use them at the bedside only' },
    { label: 'Device', value: 'Telemetry receiver TR-96, software 4.2.0, 12 units; nothing in the device is changed' },
    { label: 'How', value: 'ward by ward, with more staff at the bedside; each step can be undone within an hour' },
    { label: 'Responsible', value: 'Northbridge University Hospitals, Clinical Engineering' },
  ],
  grounds: [
    {
      ground:
        'Where no update is to be had, controls outside the device, such as a firewall or removal from the network, are usually put in place by the hospital',
      citation: 'IMDRF N60, 6.4.1',
    },
    {
      ground:
        'Inside the device, controls need the instructions or the documented permission of the manufacturer; so we do not install the patch',
      citation: 'IEC 80001-1:2010, 4.4.4.3, as quoted in IMDRF N60, 6.4.2',
    },
  ],
  controls,
  about: followed,
  unanswered: open,
  next: [
    'To stop us: write to the contact above, quoting our reference, with the reason and the document it rests on.',
    'To help us: answer the questions of our letter; each answer changes what we do.',
    'If we hear nothing, we begin on the day named above and tell you when it is done.',
  ],
};

export const noticeOfIntentSamples = noticeSamples(ordinary, {
  bare: { intent: [], unanswered: [], grounds: [], controls: [] },
  longest: {
    grounds: Array.from({ length: 40 }, () => ({ ground: longText(2), citation: 'IEC 80001-1:2010, 4.4.4.3' })),
    intent: [{ label: 'Change', value: longText(15) }],
  },
  scripts: { intent: [{ label: 'Зміна', value: '安装更新 · تثبيت التحديث' }] },
});
