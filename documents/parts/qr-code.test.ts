import fc from 'fast-check';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrPath } from './qr-code';

/** The modules that a path darkens, read back from it. */
function darkened(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return modules;
}

it('darkens exactly the dark modules of any code', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }), (text) => {
      const { data, size } = encode(text, { ecc: 'M', border: 4 });
      expect(darkened(qrPath(data), size)).toEqual(data);
    }),
    { numRuns: 50 },
  );
});
