/** A QR code as one path: drawn by the page itself, so that the secret is in no picture that anybody fetches. */
import { encode } from 'uqr';

/** `size` modules wide with a quiet zone of four (ISO/IEC 18004); one square of the path for each dark module. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
