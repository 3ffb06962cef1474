import { Path, Svg } from '@react-pdf/renderer';
import { encode } from 'uqr';

/** White around the code, in modules, as the symbol asks for. */
const QUIET = 4;

/** The dark modules as one path, row by row: each run of them is a rectangle. */
export function qrPath(dark: readonly (readonly boolean[])[]): string {
  return dark
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        const from = x;
        while (row[x]) x += 1;
        if (x > from) runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
      }
      return runs;
    })
    .join('');
}

/** More cannot be read from a code of this size on paper; the symbol itself holds some 2,300 bytes. */
const LONGEST = 600;

/**
 * A QR code drawn as a shape, black on white in every theme; nothing for a text that no code of this size can carry.
 * @param side in points, the white around it included
 */
export const QrCode = ({ text, side }: { text: string; side: number }) => {
  if (new TextEncoder().encode(text).length > LONGEST) return null;
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <Svg width={side} height={side} viewBox={`0 0 ${size} ${size}`}>
      <Path d={`M0 0h${size}v${size}h-${size}z`} fill="#ffffff" />
      <Path d={qrPath(data)} fill="#000000" />
    </Svg>
  );
};
