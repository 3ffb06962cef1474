/** What the text of a UDI carrier says. Whatever is wrong with it is said beside what can be read, and nothing is dropped. */
import { readGs1 } from './gs1';
import { readHibc } from './hibc';
import { readIccbba } from './iccbba';

export interface Carrier {
  agency: 'GS1' | 'HIBCC' | 'ICCBBA' | null;
  /** Device identifier; empty when it cannot be read. */
  di: string;
  lot: string;
  serial: string;
  /** Days, "2014-12-31"; empty for none. */
  manufactured: string;
  expires: string;
  softwareVersion: string;
  donation: string;
  warnings: string[];
}

/** @param today decides which century a year of two digits is of */
export function readCarrier(text: string, today = new Date()): Carrier {
  const written = text.trim();
  const year = today.getUTCFullYear();
  if (written.startsWith('+') || written.startsWith('*+')) return readHibc(written, year);
  if (/^[=&]/.test(written)) return readIccbba(written);
  return readGs1(written, year);
}
