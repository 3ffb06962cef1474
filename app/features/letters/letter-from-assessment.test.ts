import { beforeAll, describe, expect, it } from 'vitest';
import type { Slot } from '../../../documents/document';
import { render } from '../../../documents/render';
import type { SupplierRequestLetter } from '../../../documents/supplier-request-letter/model';
import { assess } from '../../regulation/assess';
import { type Dossier, parseDossier } from '../../regulation/dossier';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { type LetterInput, letterFromAssessment } from './letter-from-assessment';

const device = {
  name: 'Telemetry receiver',
  manufacturer: 'Halden Monitoring',
  model: 'TR-96',
  udi_di: '00841522101234',
  software: { version: '4.2.0', os: { product: 'windows', release: '7' } },
  certifications: [
    { market: 'EU', basis: 'mdd', class: 'IIb', body: '0123', certificate: 'G1 07 05', expires: '2028-12-31' },
    { market: 'GB', basis: 'mdd', class: 'IIb' },
    { market: 'US', basis: '510k', class: 'II', number: 'K031234' },
  ],
};

function dossier(over: Record<string, unknown> = {}): Dossier {
  const parsed = parseDossier({
    dossier: 1,
    id: 'CM-2026-000123',
    as_of: '2026-11-23',
    device,
    site: { country: 'GB', nation: 'england' },
    change: { kind: 'os_patch', title: 'Install the March roll-up', actor: 'hospital' },
    vulnerabilities: [{ cve: 'CVE-2017-0144', cvss: 'CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    facts: { is_medical_device: true },
    ...over,
  });
  if (!parsed.ok) throw new Error(parsed.refusal.error.message);
  return parsed.dossier;
}

const letterOf = (one: Dossier, more: Partial<LetterInput> = {}) =>
  letterFromAssessment({ dossier: one, result: assess(one), ...more });
const blanks = (slots: Slot[]) => slots.flatMap((slot) => (typeof slot === 'string' ? [] : [slot.blank]));
const furtherOf = (letter: SupplierRequestLetter) => letter.further.blocks.flatMap((block) => block.questions);
const lettersOf = (letter: SupplierRequestLetter) => letter.further.blocks.map((block) => block.letter);

describe('a letter from an assessment', () => {
  let letter: SupplierRequestLetter;
  beforeAll(() => {
    letter = letterOf(dossier());
  });

  it('asks the deciding questions first, with fixed answers and what each would settle', () => {
    const [first] = letter.deciding.questions;
    expect(first?.number).toBe(1);
    expect(first?.text).toContain('May we make this change');
    expect(first?.choices.length).toBeGreaterThan(2);
    expect(first?.settles?.join(' ')).toMatch(/UK-H4: yes leaves .+; no leaves .+/);
    expect(first?.from).toContain('MDS2');
  });

  it('numbers all questions through and asks nothing twice', () => {
    const all = [...letter.deciding.questions, ...furtherOf(letter)];
    expect(all.map((question) => question.number)).toEqual(all.map((_, index) => index + 1));
    expect(new Set(all.map((question) => question.text)).size).toBe(all.length);
    expect(furtherOf(letter).some((question) => question.text.startsWith('May we make this change'))).toBe(false);
  });

  it('names device, version and number of units in the subject, or a blank for what is not known', () => {
    expect(letter.subject.map((part) => (typeof part === 'string' ? part : '…')).join('')).toBe(
      'Install the March roll-up: Telemetry receiver TR-96 · software 4.2.0 · …',
    );
    expect(blanks(letter.subject)).toEqual(['number of units']);
    expect(letterOf(dossier(), { units: { count: 12 } }).subject.join('')).toContain('12 units');
  });

  it('gives both deadlines as a date and in working days', () => {
    expect(letter.acknowledge).toEqual({ date: '2026-12-07', workingDays: 10 });
    expect(letter.answer).toEqual({ date: '2026-12-23', workingDays: 22 });
    expect(letter.basis.join(' ')).toContain('public holidays of England and Wales');
  });

  it('never invents what is missing', () => {
    const bare = letterOf(dossier({ id: undefined, device: undefined, change: undefined, vulnerabilities: undefined }));
    expect(blanks([bare.reference, bare.sender.organisation, bare.recipient.name])).toHaveLength(3);
    expect(blanks(bare.recipient.lines)).toContain('name of the supplier');
    expect(blanks([bare.signatory.name, bare.signatory.role])).toEqual(['name', 'role']);
    expect(blanks(bare.contact.map((line) => line.value))).toHaveLength(3);
    expect(blanks(bare.proposal.map((line) => line.value))).toHaveLength(5);
    expect(bare.annexes.vulnerabilities).toEqual([]);
    expect(bare.salutation).toBe('Dear Sir or Madam');
    expect(bare.closing).toBe('Yours faithfully');
  });

  it('takes sender, recipient, contact and units from the record', () => {
    const full = letterOf(dossier(), {
      reference: 'CM-2026-000123-L02',
      sender: { organisation: 'Northbridge', lines: ['Harbour Road'] },
      recipient: { name: 'Ida Halden', role: 'Product Security' },
      contact: { name: 'J. Lindqvist', telephone: '+44 1632 960123', email: 'j@northbridge.example' },
      units: { list: [{ serial: 'A1', place: 'Ward 3' }] },
      controls: [{ control: 'Ward firewall', effect: 'RDP closed', state: 'in place since 1 Nov 2026' }],
    });
    expect(full.salutation).toBe('Dear Ida Halden');
    expect(full.closing).toBe('Yours sincerely');
    expect(full.annexes.devices.rows).toEqual([['A1', '4.2.0', 'Windows 7', 'Ward 3']]);
    expect(full.annexes.controls).toEqual([
      { control: 'Ward firewall', effect: 'RDP closed', state: 'in place since 1 Nov 2026' },
    ]);
  });

  it('is a draft until somebody approves it, and the same every time', () => {
    expect(letter.mark).toBe('DRAFT – not sent');
    expect(letterOf(dossier(), { mark: null }).mark).toBeNull();
    expect(letterOf(dossier())).toEqual(letter);
    expect(JSON.parse(JSON.stringify(letter))).toEqual(letter);
  });

  it('trims the fixed blocks to the kind of change and the place', () => {
    const change = (kind: string) => ({ kind, title: 'x', actor: 'hospital' });
    expect(lettersOf(letter)).toEqual(expect.arrayContaining(['A', 'C', 'D', 'E', 'F', 'H', 'J']));
    expect(lettersOf(letter)).not.toContain('G');
    const firewall = letterOf(dossier({ change: change('network_firewall') }));
    expect(lettersOf(firewall)).toContain('G');
    expect(lettersOf(firewall)).not.toContain('D');
    expect(firewall.annexes.controls.map((one) => one.control)).not.toContain('Firewall at the ward');
    const antivirus = letterOf(dossier({ change: change('av_install') }));
    expect(furtherOf(antivirus).some((question) => question.from?.includes('MLDP-2.8'))).toBe(true);
    const scotland = letterOf(dossier({ site: { country: 'GB', nation: 'scotland' } }));
    expect(lettersOf(scotland)).not.toContain('J');
  });

  it('names the bodies of the markets at hand', () => {
    const body = (one: SupplierRequestLetter) =>
      furtherOf(one).find((question) => question.text.startsWith('Has '))?.text;
    expect(body(letter)).toBe('Has your Approved Body or your Notified Body or the FDA been told?');
    const american = dossier({
      device: { ...device, certifications: [{ market: 'US', basis: '510k' }] },
      site: { country: 'US' },
    });
    expect(body(letterOf(american))).toBe('Has the FDA been told?');
  });

  it('asks nothing any more once the maker has answered', () => {
    const answered = dossier({
      facts: { is_medical_device: true, covered_by_manufacturer_instructions: true, is_health_it_system: false },
    });
    const done = letterOf(answered);
    expect(done.deciding.questions).toEqual([]);
    expect(done.why.join(' ')).toContain('confirm');
  });

  it.each(KIND_IDS)('stays answerable in minutes for %s', async (kind) => {
    const one = letterOf(dossier({ change: { kind, title: `Change: ${kind}`, actor: 'hospital' } }));
    expect(one.deciding.questions.length + furtherOf(one).length).toBeLessThanOrEqual(26);
    for (const question of [...one.deciding.questions, ...furtherOf(one)]) {
      expect(question.choices.length, question.text).toBeGreaterThan(1);
      expect(question.text).not.toMatch(/undefined|\[object/);
    }
    const { pages } = await render('supplier-request-letter', one, new Date('2026-11-23T00:00:00Z'));
    // Where it is open on which side of the device a change lands, both sides are asked for.
    expect(pages).toBeLessThanOrEqual(kind === 'virtualisation' ? 5 : 4);
  });
});
