/** Names as people write them, made comparable. Only for comparing: what is stored and shown is as it was written. Pure. */

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae');

/** Ends of company names that people leave out. */
const LEGAL_FORMS =
  /\b(incorporated|inc|limited|ltd|gmbh|ag|kgaa|kg|co|corp|corporation|company|llc|llp|plc|sarl|sas|sa|spa|srl|bv|nv|ab|as|aps|oyj|oy|pty|kk|se|the|and)\b/g;

/** A name of a product, number or place: letters and digits alone. "XTR Telemetry-Receiver " is "xtrtelemetryreceiver". */
export const foldName = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * A name of a maker: without its legal form, what stands in brackets, and doubled letters. "Phillips Ltd." and "Philips"
 * are the same; "GE Healthcare" and "Siemens Healthineers" are not.
 */
export function foldMaker(text: string): string {
  const bare = plain(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[.&]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const named = bare.replace(LEGAL_FORMS, ' ').replace(/\s+/g, '') || bare.replace(/\s+/g, '');
  return named.replace(/(\p{L})\1+/gu, '$1');
}

const SYSTEMS =
  /^(?:microsoft\s+|ms\s+|apple\s+)?(windows(?:\s+(?:xp\s+)?embedded(?:\s+(?:standard|compact))?|\s+server|\s+ce)?|win|red hat enterprise linux|rhel|centos|ubuntu|debian|suse(?:\s+linux(?:\s+enterprise)?)?|android|macos|mac os x|ios|vxworks|qnx|integrity|freertos|linux)\b[\s,:/-]*(.*)$/i;

/** "Windows 7 SP1" as product and release; what is none of the well-known ones is cut before its first number. */
export function systemOf(text: string): { osProduct: string; osRelease: string } {
  const named = text.trim().replace(/\s+/g, ' ');
  const known = SYSTEMS.exec(named);
  if (known) {
    const product = /^win$/i.test(known[1] ?? '') ? 'Windows' : (known[1] ?? '');
    return { osProduct: product, osRelease: (known[2] ?? '').trim() };
  }
  const cut = /^(.*?\D)\s+(v?\d.*)$/i.exec(named);
  return cut ? { osProduct: (cut[1] ?? '').trim(), osRelease: cut[2] ?? '' } : { osProduct: named, osRelease: '' };
}
