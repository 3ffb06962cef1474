import { expect, it } from 'vitest';
import { qrPath } from './qr-path.server';

it('draws one square for each dark module, inside a quiet zone of four', () => {
  const { size, path } = qrPath('otpauth://totp/Changemark:amara@hospital.example?secret=JBSWY3DPEHPK3PXP');
  const squares = Array.from(path.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, x, y]) => [Number(x), Number(y)]);
  expect(path).toBe(squares.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join(''));
  expect(Math.min(...squares.flat())).toBe(4);
  expect(Math.max(...squares.flat())).toBe(size - 5);
  // The three finders: the seven outer modules of each begin in the corners.
  const dark = (x: number, y: number) => squares.some(([a, b]) => a === x && b === y);
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    expect(Array.from({ length: 7 }, (_, n) => dark(x + n, y))).toEqual(Array(7).fill(true));
    expect(dark(x + 1, y + 1)).toBe(false);
    expect(dark(x + 3, y + 3)).toBe(true);
  }
});
