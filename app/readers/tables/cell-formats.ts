/** What a number in a cell stands for, by the format of the cell: a day, a moment, a time, or a number. */

export type CellFormat = 'number' | 'day' | 'moment' | 'time' | { digits: number };

/** Formats that every spreadsheet knows by number: 14 to 22, 27 to 36, 45 to 47, 50 to 58. */
const BUILT_IN: Readonly<Record<number, CellFormat>> = {
  ...Object.fromEntries([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'])),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'])),
  22: 'moment',
};

/** @param code the format in words ("dd/mm/yyyy"), for those that a workbook brings itself */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return BUILT_IN[id] ?? 'number';
  // Longer ones are none that a spreadsheet program writes.
  if (code.length > 255) return 'number';
  // Words in quotes, single escaped signs, colours and conditions are no part of what is shown of the number.
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^0{2,20}$/.test(bare)) return { digits: bare.length };
  if (/^general$/i.test(bare) || /[0#?]/.test(bare.replace(/s\.0+/i, ''))) return 'number';
  const day = /[yd]/i.test(bare) || /m{3,}/i.test(bare);
  const time = /[hs]/i.test(bare);
  if (day && time) return 'moment';
  return day ? 'day' : time ? 'time' : 'number';
}

const DAY = 86_400_000;

/**
 * "2026-11-18" of 46344. Spreadsheets that count from 1900 believe in a 29 February 1900, so days before it are off by
 * one. null for what is no day.
 */
export function momentOf(serial: number, format: 'day' | 'moment' | 'time', from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  if (!from1904 && Math.floor(serial) === 60) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  // Half a second is the nearest that a time of a day can be told.
  const moment = new Date(start + Math.round((serial * DAY) / 1000) * 1000);
  const iso = moment.toISOString();
  const [day = '', time = ''] = [iso.slice(0, 10), iso.slice(11, 19)];
  if (format === 'time' && serial < 1) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

/** A number as it is written in a cell: nothing is rounded, and long ones are not given as powers of ten. */
export function numberText(written: string, format: CellFormat): string {
  const text = written.trim();
  const value = Number(text);
  const whole = /e/i.test(text) && Number.isSafeInteger(value) ? String(value) : text;
  if (typeof format === 'object' && /^\d+$/.test(whole)) return whole.padStart(format.digits, '0');
  return whole;
}
