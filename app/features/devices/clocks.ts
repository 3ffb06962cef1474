/** What runs out on a model, in order: its operating system, its maker's support, its certificates. Pure. */
import { basisShort, marketLabel } from '../certifications/bases';
import type { OsSupport } from './os-support';

export interface Clock {
  what: string;
  /** year-month-day, or null where the end is not known. */
  on: string | null;
  /** Said beside the date. */
  note: string;
}

interface Certificate {
  market: string;
  basis: string;
  class: string;
  expiresOn: string | null;
  doesNotExpire: boolean;
  retiredAt: string | null;
}

/** The clocks of a model, the earliest first and those whose end nobody knows last; what never ends is left out. */
export function clocksOf(model: {
  os: string;
  support: OsSupport;
  makerSupportEnds: string | null;
  certifications: readonly Certificate[];
}): Clock[] {
  const { support } = model;
  const clocks: Clock[] = model.certifications
    .filter((cert) => !cert.retiredAt && !cert.doesNotExpire)
    .map((cert) => ({
      what: `${basisShort(cert.basis)} ${cert.class}, ${marketLabel(cert.market)}`,
      on: cert.expiresOn,
      note: 'printed end of the certificate',
    }));
  if (support.state !== 'supported' || support.lastDay) {
    const note =
      support.state === 'paid' ? 'support of the system; paid updates are sold longer' : 'support of the system';
    clocks.push({ what: model.os || 'Operating system', on: support.lastDay, note });
  }
  clocks.push({ what: 'Maker’s support', on: model.makerSupportEnds, note: 'as the maker announced' });
  const last = '9999-12-31';
  return clocks.sort((a, b) => ((a.on ?? last) < (b.on ?? last) ? -1 : (a.on ?? last) > (b.on ?? last) ? 1 : 0));
}
