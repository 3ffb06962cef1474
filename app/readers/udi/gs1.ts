/** GS1 carriers: application identifiers in brackets, as a scanner sends them, or a device identifier alone. */
import type { Carrier } from './carrier';
import { sixDigits } from './carrier-days';
import { gs1CheckDigit } from './check-digits';
import { emptyCarrier } from './empty-carrier';

const SEPARATOR = '\u001d';

/** How long the identifiers are, by their first two digits; two where nothing is said. */
const NAME_LENGTH: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['23', '24', '25', '40', '41', '42', '71'].map((two) => [two, 3])),
  ...Object.fromEntries(
    ['31', '32', '33', '34', '35', '36', '39', '43', '70', '72', '80', '81', '82'].map((two) => [two, 4]),
  ),
};
const KNOWN = /^(?:0[0-4]|1[0-35-7]|2[0-2]|2[345]\d|3[0-6]|37|39|4[0-3]|7[0-2]|8[0-2]|9\d)/;

/** Identifier and value together, where no separator follows; by the first two digits (General Specifications 7.8). */
const WHOLE_LENGTH: Readonly<Record<string, number>> = {
  '00': 20,
  ...Object.fromEntries(['01', '02', '03'].map((two) => [two, 16])),
  '04': 18,
  ...Object.fromEntries(['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((two) => [two, 8])),
  '20': 4,
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map((two) => [two, 10])),
  '41': 16,
};

interface Element {
  name: string;
  value: string;
}

export function readGs1(written: string, year: number): Carrier {
  const carrier = emptyCarrier('GS1');
  const plain = written.replace(/^\](?:d2|C1|e0|Q3)/, '');
  if (/^\d{8,14}$/.test(plain)) {
    // A separator or another identifier would follow: this is the device identifier alone.
    return withDi(carrier, plain);
  }
  const elements = plain.startsWith('(') ? bracketed(plain) : scanned(plain);
  if (!elements) {
    return { ...carrier, agency: null, warnings: ['This is no carrier of GS1, HIBCC or ICCBBA'] };
  }
  for (const element of elements) take(carrier, element, year);
  if (!elements.some(({ name }) => name === '01')) carrier.warnings.push('DI is missing');
  return carrier;
}

/** "(01)…(10)…": a value goes to the next bracket that holds an identifier. */
function bracketed(text: string): Element[] | null {
  const elements: Element[] = [];
  const pieces = text.split(/\((\d{2,4})\)/);
  if (pieces[0] !== '') return null;
  for (let n = 1; n < pieces.length; n += 2) {
    const [name = '', value = ''] = [pieces[n], pieces[n + 1]];
    const last = elements.at(-1);
    // Brackets may be part of a lot: "(10)A(12)" where a day would have to follow.
    if (!KNOWN.test(name) && last) last.value += `(${name})${value}`;
    else elements.push({ name, value: value.replaceAll(SEPARATOR, '').trim() });
  }
  return elements.length > 0 ? elements : null;
}

/** As a scanner sends it: values of fixed length follow each other, others end at a separator. */
function scanned(text: string): Element[] | null {
  const elements: Element[] = [];
  let rest = text;
  while (rest !== '') {
    if (rest.startsWith(SEPARATOR)) {
      rest = rest.slice(1);
      continue;
    }
    const two = rest.slice(0, 2);
    if (!KNOWN.test(rest) || !/^\d\d/.test(rest))
      return elements.length > 0 ? [...elements, { name: '', value: rest }] : null;
    const nameLength = NAME_LENGTH[two] ?? 2;
    const end = rest.indexOf(SEPARATOR);
    const until = Math.min(WHOLE_LENGTH[two] ?? rest.length, end < 0 ? rest.length : end);
    elements.push({ name: rest.slice(0, nameLength), value: rest.slice(nameLength, until) });
    rest = rest.slice(until);
  }
  return elements.some(({ name }) => name === '01') ? elements : null;
}

function take(carrier: Carrier, { name, value }: Element, year: number): void {
  const { warnings } = carrier;
  const once = (key: 'lot' | 'serial' | 'softwareVersion' | 'di', what: string, longest: number): void => {
    if (carrier[key] !== '' && carrier[key] !== value) warnings.push(`${what} stands there twice`);
    else if (value === '') warnings.push(`${what} is empty`);
    else if (value.length > longest) warnings.push(`${what} is longer than ${longest} characters`);
    if (carrier[key] === '') carrier[key] = value;
  };
  const date = (key: 'manufactured' | 'expires', what: string): void => {
    const found = sixDigits(value, year);
    if (found === null) warnings.push(`${what} is not a date: ${value.slice(0, 20)}`);
    else carrier[key] = found;
  };
  if (name === '01') {
    if (carrier.di === '') withDi(carrier, value);
    else if (carrier.di !== value) warnings.push('DI stands there twice');
  } else if (name === '10') once('lot', 'lot', 20);
  else if (name === '21') once('serial', 'serial', 20);
  else if (name === '8012') once('softwareVersion', 'software version', 20);
  else if (name === '11') date('manufactured', 'manufacture date');
  else if (name === '17') date('expires', 'expiration date');
  else warnings.push(name === '' ? `not read: ${value.slice(0, 60)}` : `(${name}) is not read: ${value.slice(0, 60)}`);
}

/** Puts the device identifier in, and says what is odd about it. */
function withDi(carrier: Carrier, di: string): Carrier {
  carrier.di = di;
  if (!/^\d{14}$/.test(di)) carrier.warnings.push('DI is not 14 digits');
  else if (gs1CheckDigit(di.slice(0, 13)) !== Number(di[13])) carrier.warnings.push('GTIN check digit wrong');
  return carrier;
}
