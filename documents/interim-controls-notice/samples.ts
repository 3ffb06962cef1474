import { controls, devices, LONG_WORD, letter, longText, noticeSamples } from '../parts/letter/sample';
import type { InterimControlsNotice } from './model';

const ordinary: InterimControlsNotice = {
  ...letter,
  subject: ['Controls around telemetry receiver TR-96, software 4.2.0, 12 units, until CVE-2017-0144 is settled'],
  ask: 'Please tell us by 7 December 2026 if one of these controls would harm the function of the device.',
  paragraphs: [
    'We have put controls around these devices. The devices themselves are unchanged. The controls stay until you have answered our letter CM-2026-000123-L01 and the change is made, or until we write again.',
  ],
  about: [
    { label: 'Device', value: 'Telemetry receiver TR-96, UDI-DI 04041948009990' },
    { label: 'Because of', value: 'CVE-2017-0144' },
    { label: 'Until', value: { blank: 'date, or the event that ends them' } },
  ],
  controls,
  effects: [
    'Remote service now comes in through our gateway: please book a session one working day ahead.',
    'The device reaches no address outside the hospital. Telemetry to your service centre is blocked.',
  ],
  next: [
    'If nothing speaks against the controls, no answer is needed.',
    'If one of them would harm the device, telephone the contact above; we lift it while we talk.',
  ],
  devices,
};

const { devices: _left, ...withoutDevices } = ordinary;
const samples = noticeSamples<InterimControlsNotice>(ordinary, {
  bare: { about: [], controls: [], effects: [] },
  longest: {
    controls: Array.from({ length: 40 }, (_, index) => ({
      control: index === 4 ? LONG_WORD.slice(0, 200) : `Control ${index + 1}`,
      effect: longText(1),
      state: { blank: 'in place since' },
    })),
    effects: [longText(10)],
  },
  scripts: { effects: ['遠隔保守は停止しています。', 'Дистанційне обслуговування вимкнено.'] },
});

export const interimControlsSamples: typeof samples = {
  ...samples,
  bare: {
    model: { ...withoutDevices, ...samples.bare?.model, devices: { heads: [], rows: [] } },
    issuedAt: '2026-11-23T00:00:00Z',
  },
};
