/** What the device block says about the facts: certifications, software, operating system, network, expiry. */
import type { FactKey } from '../facts/dictionary';
import type { FactValue } from '../vocabulary';
import { type Certification, isUnreadable, readCertification, readMarket } from './certification';
import type { DerivedFact } from './derived-fact';
import { fromMds2 } from './from-mds2';
import type { DeviceInput } from './inputs';
import { findOperatingSystem } from './operating-systems/catalogue';

/** Facts that decide how a certification is read: stated by a person, never derived. */
export interface StatedForDevice {
  /** Date on which the unit was placed on the market, YYYY-MM-DD. */
  supply_date: string | null;
  declaration_date: string | null;
  notified_body_needed_under_eu_regulation: boolean | null;
}

export interface FromDevice {
  facts: DerivedFact[];
  /** Facts on which two parts of the device block disagree: neither holds. */
  disagreements: { key: FactKey; message: string }[];
}

/** Units placed on the market before this day are not touched by the transition rules (MDR Art. 120, application). */
const MDR_APPLIES = '2021-05-26';

/** Derived facts of the device block, each with its reason. */
export function fromDevice(device: DeviceInput, stated: StatedForDevice, asOf: string): FromDevice {
  const found = new Found();
  const certifications = certificationsOf(device);
  for (const one of certifications) fromCertification(one, stated, found);
  fromExpiry(certifications, asOf, found);
  if (device.software) found.add('contains_software', true, 'the device has a software block');
  const os = device.software?.os;
  if (os?.product) fromOperatingSystem(os.product, os.release ?? '', asOf, found);
  if (device.network_interfaces && device.network_interfaces.length > 0) {
    found.add('connectable_to_network', true, 'a network interface is recorded');
  }
  if (device.mds2)
    for (const fact of fromMds2(device.mds2, device.software)) found.add(fact.key, fact.value, fact.reason);
  return found.settled();
}

/** The certifications of a device on the markets that rules speak of; unreadable ones were refused before. */
export function certificationsOf(device: DeviceInput): Certification[] {
  return (device.certifications ?? []).flatMap((input) => {
    const market = readMarket(input.market);
    const read = market && readCertification(market, input);
    return read && !isUnreadable(read) ? [read] : [];
  });
}

function fromCertification(one: Certification, stated: StatedForDevice, found: Found): void {
  const { market, basis } = one;
  const why = `certification ${market}${basis ? ` ${basis}` : ''}${one.class ? ` class ${one.class}` : ''}`;
  if (basis === 'in_house') {
    found.add('made_in_house', true, why);
    if (market === 'EU' || market === 'NI') found.add('eu_device_status', 'in_house', why);
    return;
  }
  found.add('is_medical_device', true, why);
  found.add('device_on_market', true, why);
  found.add('made_in_house', false, why);
  found.add('investigational_or_exceptional_use', false, why);
  if (market === 'US' && basis) found.add('us_market_status', basis, why);
  if (market === 'US' && one.class) found.add('us_device_class', one.class, why);
  if (market === 'CA' && one.class) found.add('ca_device_class', one.class, why);
  if (market === 'CN' && one.class) found.add('cn_device_class', one.class, why);
  if (market === 'EU' || market === 'NI' || market === 'GB') fromEuropeanBasis(one, stated, why, found);
}

const GB_MARKINGS: Readonly<Record<string, string>> = {
  ukca: 'ukca',
  mdd: 'ce_mdd',
  aimdd: 'ce_aimdd',
  ivdd: 'ce_ivdd',
  mdr: 'ce_mdr',
  ivdr: 'ce_ivdr',
};

function fromEuropeanBasis(one: Certification, stated: StatedForDevice, why: string, found: Found): void {
  const { market, basis, class: deviceClass } = one;
  if (!basis) return;
  const marking = GB_MARKINGS[basis];
  if (market === 'GB' && marking) found.add('gb_marking', marking, why);
  if (basis === 'ivdd' || basis === 'ivdr') found.add('is_ivd', true, why);
  if (basis === 'mdd' || basis === 'aimdd' || basis === 'mdr') found.add('is_ivd', false, why);
  if (basis === 'ivdd') found.add('eu_device_status', 'legacy_ivdd', why);
  if (basis === 'mdr' || basis === 'ivdr') {
    if (deviceClass) {
      found.add('eu_device_class', deviceClass, why);
      const selfDeclared = deviceClass === (basis === 'mdr' ? 'I' : 'A');
      found.add('eu_device_status', selfDeclared ? 'mdr_class1_self' : 'mdr_certificate', why);
    }
    return;
  }
  const directiveClass = deviceClass ?? (basis === 'aimdd' ? 'AIMD' : null);
  if (basis !== 'ivdd' && directiveClass && DIRECTIVE_CLASSES.has(directiveClass)) {
    found.add('directive_device_class', directiveClass, why);
  }
  if ((basis === 'mdd' || basis === 'aimdd') && market !== 'GB' && directiveClass) {
    fromDirective(directiveClass, stated, why, found);
  }
}

const DIRECTIVE_CLASSES: ReadonlySet<string> = new Set(['I', 'Is', 'Im', 'IIa', 'IIb', 'III', 'AIMD']);

function fromDirective(directiveClass: string, stated: StatedForDevice, why: string, found: Found): void {
  if (directiveClass !== 'I') {
    const old = stated.supply_date !== null && stated.supply_date < MDR_APPLIES;
    const reason = old ? `${why}, unit supplied on ${stated.supply_date}` : why;
    found.add('eu_device_status', old ? 'old_device' : 'legacy_directive', reason);
  } else if (
    stated.notified_body_needed_under_eu_regulation === true &&
    stated.declaration_date !== null &&
    stated.declaration_date < MDR_APPLIES
  ) {
    found.add('eu_device_status', 'legacy_class1_upclassed', `${why}, declared on ${stated.declaration_date}`);
  }
}

/** The printed date of a directive certificate may be extended by law, so a past one there decides nothing. */
function fromExpiry(certifications: readonly Certification[], asOf: string, found: Found): void {
  const dated = certifications.filter((one) => one.expires !== null);
  const valid = (one: Certification) =>
    (one.expires ?? '') >= asOf ? true : ['mdd', 'aimdd', 'ivdd'].includes(one.basis ?? '') ? null : false;
  const answers = new Set(dated.map(valid));
  const [only] = answers;
  if (answers.size !== 1 || only === null || only === undefined) return;
  const dates = dated.map((one) => `${one.market} ${one.expires}`).join(', ');
  found.add('certificate_valid', only, `certificate ${only ? 'valid until' : 'expired'}: ${dates}`);
}

function fromOperatingSystem(product: string, release: string, asOf: string, found: Found): void {
  const os = findOperatingSystem(product, release);
  if (!os) return;
  const name = `${product} ${release}`.trim();
  if (os.standard) found.add('os_is_standard_third_party', true, `${name} is a standard product (${os.name})`);
  // Paid support that may have been bought leaves the question open.
  if (os.lastDay && os.lastDay < asOf && (os.lastPaidDay === null || os.lastPaidDay < asOf)) {
    const last = os.lastPaidDay ?? os.lastDay;
    found.add('component_end_of_support', true, `support of ${name} ended on ${last} (endoflife.date, 2026-08-22)`);
  }
}

/** Facts as they are found; two sources that disagree leave the fact open. */
class Found {
  private readonly facts = new Map<FactKey, DerivedFact>();
  private readonly disagreeing = new Map<FactKey, string>();

  add(key: FactKey, value: FactValue, reason: string): void {
    const known = this.facts.get(key);
    if (!known) this.facts.set(key, { key, value, reason });
    else if (known.value !== value && !this.disagreeing.has(key)) {
      this.disagreeing.set(
        key,
        `${known.reason} gives ${String(known.value)}, ${reason} gives ${String(value)}; neither counts`,
      );
    }
  }

  settled(): FromDevice {
    return {
      facts: [...this.facts.values()].filter((fact) => !this.disagreeing.has(fact.key)),
      disagreements: [...this.disagreeing].map(([key, message]) => ({ key, message })),
    };
  }
}
