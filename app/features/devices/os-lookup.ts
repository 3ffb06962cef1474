/** Whether the operating system of a device still gets security updates, by the catalogue of support dates. Pure. */
import { findOperatingSystem, type OperatingSystem } from '../../regulation/derivations/operating-systems/catalogue';
import type { OsName, OsSupport } from './os-support';

/** The state of support on a day (year-month-day). */
export function osSupport(os: OsName, today: string): OsSupport {
  return supportOf(os.product ? findOperatingSystem(os.product, os.release) : null, today);
}

/** What the dates of an entry, of whichever catalogue, mean on a day; no entry, or none that fits: not known. */
export function supportOf(found: OperatingSystem | null, today: string): OsSupport {
  if (!found || found.lastDay === undefined) return { state: 'unknown', lastDay: null, lastPaidDay: null };
  const { lastDay, lastPaidDay } = found;
  if (lastDay === null || lastDay >= today) return { state: 'supported', lastDay, lastPaidDay };
  return { state: lastPaidDay && lastPaidDay >= today ? 'paid' : 'ended', lastDay, lastPaidDay };
}

/** Systems looked up on one day; lists ask for the same few again and again. */
const lookedUp = { day: '', known: new Map<string, OsSupport>() };
const MOST_KNOWN = 2000;

/** `osSupport` for lists: each system is looked up once a day. */
export function supportOnDay(today: string): (os: OsName) => OsSupport {
  if (lookedUp.day !== today || lookedUp.known.size > MOST_KNOWN) {
    lookedUp.day = today;
    lookedUp.known = new Map();
  }
  const { known } = lookedUp;
  return (os) => {
    const key = `${os.product}\n${os.release}`;
    const support = known.get(key) ?? osSupport(os, today);
    known.set(key, support);
    return support;
  };
}
