/** HIBC carriers of HIBCC: "+", the device identifier, then segments after strokes; one check character at the end. */
import type { Carrier } from './carrier';
import { day, dayNumber, fullYear, sixDigits } from './carrier-days';
import { hibcCheckCharacter } from './check-digits';
import { emptyCarrier } from './empty-carrier';

export function readHibc(written: string, year: number): Carrier {
  const carrier = emptyCarrier('HIBCC');
  // People write it between asterisks, which stand for the start and stop of the bars.
  const text = written.replace(/^\*|\*$/g, '');
  const [body, check] = [text.slice(0, -1), text.slice(-1)];
  const [first = '', ...segments] = body.split('/');
  carrier.di = first.slice(1);
  if (!/^[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}[0-9]$/.test(carrier.di)) carrier.warnings.push('DI is not as HIBCC writes it');
  for (const segment of segments) take(carrier, segment, year);
  const computed = hibcCheckCharacter(body);
  if (computed === null) carrier.warnings.push('it holds characters that no HIBC holds');
  else if (computed !== check) carrier.warnings.push(`check character wrong (mod 43 gives ${computed})`);
  return carrier;
}

function take(carrier: Carrier, segment: string, year: number): void {
  const [, plus, dated] = /^\$\$(\+?)(.*)$/.exec(segment) ?? [];
  const [, kind = '', value = ''] = /^(\$\+|\$|S|16D|14D)(.*)$/.exec(segment) ?? [];
  if (dated !== undefined) takeDated(carrier, dated, plus === '+' ? 'serial' : 'lot', year);
  else if (kind === '$+' || kind === 'S') put(carrier, 'serial', value);
  else if (kind === '$') put(carrier, 'lot', value);
  else if (kind !== '') putDay(carrier, kind === '16D' ? 'manufactured' : 'expires', eightDigits(value), segment);
  else carrier.warnings.push(`not read: ${segment.slice(0, 60)}`);
}

/** How many characters the day takes after its mark, and how it is read. */
const DATED: Readonly<Record<string, { length: number; read: (digits: string, year: number) => string | null }>> = {
  '2': { length: 6, read: (digits, year) => sixDigits(digits.slice(4) + digits.slice(0, 4), year) },
  '3': { length: 6, read: sixDigits },
  '4': { length: 8, read: (digits, year) => (isHour(digits.slice(6)) ? sixDigits(digits.slice(0, 6), year) : null) },
  '5': { length: 5, read: julian },
  '6': { length: 7, read: (digits, year) => (isHour(digits.slice(5)) ? julian(digits.slice(0, 5), year) : null) },
};

const isHour = (digits: string): boolean => /^\d\d$/.test(digits) && Number(digits) < 24;

function julian(digits: string, year: number): string | null {
  return /^\d{5}$/.test(digits) ? dayNumber(fullYear(Number(digits.slice(0, 2)), year), digits.slice(2)) : null;
}

/** After "$$": a day in one of six forms, or none, then lot or serial. A quantity may stand before it. */
function takeDated(carrier: Carrier, given: string, rest: 'lot' | 'serial', year: number): void {
  const quantity = /^(?:8\d\d|9\d{5})/.exec(given)?.[0] ?? '';
  const text = given.slice(quantity.length);
  if (quantity) carrier.warnings.push(`quantity is not read: ${quantity}`);
  const mark = text.charAt(0);
  const form = DATED[mark];
  if (mark === '7') put(carrier, rest, text.slice(1));
  else if (mark === '0' || mark === '1') {
    const [month, two] = [text.slice(0, 2), text.slice(2, 4)];
    const found = /^\d{4}/.test(text) ? day(fullYear(Number(two), year), Number(month), 0) : null;
    putDay(carrier, 'expires', found, text.slice(0, 4));
    put(carrier, rest, text.slice(4));
  } else if (form) {
    const digits = text.slice(1, 1 + form.length);
    putDay(carrier, 'expires', form.read(digits, year), digits);
    put(carrier, rest, text.slice(1 + form.length));
  } else if (text !== '') carrier.warnings.push(`not read: ${text.slice(0, 60)}`);
}

const eightDigits = (text: string): string | null =>
  /^\d{8}$/.test(text) ? day(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))) : null;

function put(carrier: Carrier, key: 'lot' | 'serial', value: string): void {
  if (value === '') return;
  if (value.length > 18) carrier.warnings.push(`${key} is longer than 18 characters`);
  if (carrier[key] === '') carrier[key] = value;
  else if (carrier[key] !== value) carrier.warnings.push(`${key} stands there twice`);
}

function putDay(carrier: Carrier, key: 'manufactured' | 'expires', found: string | null, written: string): void {
  const what = key === 'expires' ? 'expiration date' : 'manufacture date';
  if (found === null) carrier.warnings.push(`${what} is not a date: ${written.slice(0, 20)}`);
  else carrier[key] = found;
}
