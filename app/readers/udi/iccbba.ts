/** ICCBBA carriers (ISBT 128): pieces that begin with "=" or "&" and a mark that says what follows. */
import type { Carrier } from './carrier';
import { dayNumber } from './carrier-days';
import { emptyCarrier } from './empty-carrier';

const PIECE = /(=\/|=,|=>|=\}|=\)|&,1|&\)|=(?=[A-Z0-9])|[=&][^=&A-Za-z0-9])([^=&]*)/g;

type Text = 'di' | 'lot' | 'serial' | 'donation';
const TEXTS: Readonly<Record<string, { key: Text; what: string; length: number }>> = {
  '=/': { key: 'di', what: 'DI', length: 16 },
  '=)': { key: 'di', what: 'DI', length: 10 },
  '=,': { key: 'serial', what: 'serial', length: 6 },
  '&,1': { key: 'lot', what: 'lot', length: 18 },
  '&)': { key: 'lot', what: 'lot', length: 10 },
  '=': { key: 'donation', what: 'donation number', length: 15 },
};

export function readIccbba(written: string): Carrier {
  const carrier = emptyCarrier('ICCBBA');
  let end = 0;
  for (const found of written.matchAll(PIECE)) {
    const [all, mark = '', value = ''] = found;
    if (found.index > end) carrier.warnings.push(`not read: ${written.slice(end, found.index).slice(0, 60)}`);
    end = found.index + all.length;
    take(carrier, mark, value);
  }
  if (end < written.length) carrier.warnings.push(`not read: ${written.slice(end).slice(0, 60)}`);
  if (carrier.di === '') carrier.warnings.push('DI is missing');
  return carrier;
}

function take(carrier: Carrier, mark: string, value: string): void {
  if (mark === '=>' || mark === '=}') {
    const what = mark === '=>' ? 'expiration date' : 'manufacture date';
    const found = century(value);
    if (found === null) carrier.warnings.push(`${what} is not a date: ${value.slice(0, 20)}`);
    else carrier[mark === '=>' ? 'expires' : 'manufactured'] = found;
    return;
  }
  const text = TEXTS[mark];
  if (!text) {
    carrier.warnings.push(`not read: ${mark}${value.slice(0, 60)}`);
    return;
  }
  if (carrier[text.key] !== '') carrier.warnings.push(`${text.what} stands there twice`);
  else carrier[text.key] = value;
  if (value.length !== text.length) carrier.warnings.push(`${text.what} is not ${text.length} characters`);
}

/** "YYYJJJ": the last three digits of the year and the day of the year. 900 and above are of the last century. */
function century(text: string): string | null {
  if (!/^\d{6}$/.test(text)) return null;
  const three = Number(text.slice(0, 3));
  return dayNumber(three >= 900 ? 1000 + three : 2000 + three, text.slice(3));
}
