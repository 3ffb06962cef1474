/** Files with a few bytes changed anywhere: each is read, or refused with a rule, and nothing breaks or hangs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCycloneDxXml } from '../components/cyclonedx-xml.server';
import { readSpdxTagValue } from '../components/spdx-tag-value.server';
import { bomXml, componentXml, TAG_VALUE } from '../components/testing';
import { readMds2Workbook } from '../mds2/mds2-workbook.server';
import type { Reader } from '../reader';
import { readCsv } from '../tables/csv.server';
import { workbook } from '../tables/testing';
import { readXlsx } from '../tables/xlsx.server';
import { readWith } from './testing';

const BOOK = workbook({
  formats: ['yyyy-mm-dd'],
  strings: ['<t>Pump</t>'],
  sheets: [
    {
      name: 'P',
      rows: [
        ['Serial', 'Model'],
        ['1', { xml: 't="s"><v>0</v></c>' }],
        ['AUDT-1', 'Yes'],
      ],
    },
  ],
});

const FILES: [string, Reader, Uint8Array][] = [
  [
    'CycloneDX in XML',
    readCycloneDxXml,
    Buffer.from(bomXml('1.6', `<components>${componentXml('a', '<purl>pkg:npm/a</purl>')}</components>`)),
  ],
  ['SPDX as tags', readSpdxTagValue, Buffer.from(TAG_VALUE)],
  ['CSV', readCsv, Buffer.from('Serial;Model;Ward\n1;"a;b";c\n2;d;e\n')],
  ['XLSX', readXlsx, BOOK],
  ['MDS2', readMds2Workbook, BOOK],
];

describe('broken files', () => {
  it.each(FILES)('%s', async (_, reader, bytes) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.constantFrom('set', 'cut', 'twice'), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let broken = Buffer.from(bytes);
        for (const [at, what, byte] of changes) {
          if (what === 'set') broken[Math.min(at, broken.length - 1)] = byte;
          else if (what === 'cut')
            broken = Buffer.concat([broken.subarray(0, at), broken.subarray(at + 1 + (byte % 8))]);
          else broken = Buffer.concat([broken.subarray(0, at), broken.subarray(Math.max(0, at - (byte % 32)))]);
          if (broken.length === 0) broken = Buffer.from([byte]);
        }
        const { errors, head } = await readWith(reader, broken);
        expect(head?.valid ?? false).toBe(errors.length === 0);
        for (const { rule, message } of errors) expect(rule && message).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });
});
