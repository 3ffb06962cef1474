import { describe, expect, it } from 'vitest';
import { readCycloneDxXml } from '../components/cyclonedx-xml.server';
import { bomXml, componentXml } from '../components/testing';
import { LIMITS } from '../reader';
import { firstFault, readWith } from './testing';

const read = (content: string | Uint8Array) => readWith(readCycloneDxXml, content);
const valid = bomXml('1.6', `<components>${componentXml('Dräger')}</components>`);

const LAUGHS = `<?xml version="1.0"?><!-- a comment first -->
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6">&b;</bom>`;

describe('XML from outside', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['billion laughs', LAUGHS, 'XML @ line 2'],
    [
      'an external entity',
      valid.replace('<bom', '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<bom'),
      'XML @ line 2',
    ],
    [
      'an external document type',
      valid.replace('<bom', '<!DOCTYPE bom SYSTEM "http://a.example/b.dtd"><bom'),
      'XML @ line 2',
    ],
    ['a document type in small letters', valid.replace('<bom', '<!doctype bom><bom'), 'XML @ line 2'],
    ['a document type after the root began', valid.replace('<components', '<!DOCTYPE a><components'), 'XML @ line 2'],
    ['an entity that nobody declared', valid.replace('Dräger</name>', '&who;</name>'), 'XML @ line 2'],
    ['half a pair of signs', valid.replace('Dräger</name>', '&#xD800;</name>'), 'XML @ line 2'],
    ['a NUL', valid.replace('Dräger</name>', 'a\0</name>'), 'XML @ line 2'],
    ['a NUL as a number', valid.replace('Dräger</name>', '&#0;</name>'), 'XML @ line 2'],
    ['an attribute twice', valid.replace('type="library"', 'type="library" type="file"'), 'XML @ line 2'],
    ['a prefix that nobody declared', valid.replace('<components', '<x:y/><components'), 'XML @ line 2'],
    ['deep nesting', `${'<a>'.repeat(200_000)}`, 'limit @ line 1'],
    [
      'very many attributes',
      `<a ${Array.from({ length: 300_000 }, (_, n) => `a${n}=""`).join(' ')}/>`,
      'limit @ line 1',
    ],
    [
      'a very long text',
      bomXml(
        '1.6',
        `<components>${componentXml('a', `<copyright>${'x'.repeat(LIMITS.text + 1)}</copyright>`)}</components>`,
      ),
      'limit @ line 2',
    ],
    ['nothing', '', 'XML @ '],
    ['blanks only', ' \n ', 'XML @ '],
    ['what is no XML', 'hello', 'XML @ line 1'],
    ['a comment without end', '<!-- <bom/>', 'XML @ line 1'],
    ['bytes that are no UTF-8', Buffer.from(valid, 'latin1'), 'XML @ line 2'],
    ['an encoding that is not read', valid.replace('UTF-8', 'EBCDIC'), 'XML @ line 1'],
    ['UTF-16 that breaks off', Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x00, 0xd8, 0x3c, 0x00]), 'XML @ '],
    ['UTF-16 without its mark', Buffer.from(valid, 'utf16le'), 'XML @ line 1'],
  ])('refuses %s', async (_, content, fault) => {
    expect(firstFault(await read(content))).toBe(fault);
  });

  it.each<[string, string | Uint8Array]>([
    ['UTF-8', valid],
    ['UTF-8 with its mark', `\ufeff${valid}`],
    ['UTF-16', Buffer.from(`\ufeff${valid.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['ISO-8859-1', Buffer.from(valid.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ])('reads names alike in %s', async (_, content) => {
    const { errors, records } = await read(content);
    expect(errors).toEqual([]);
    expect(records[0]?.value).toMatchObject({ name: 'Dräger' });
  });

  it('lets a text speak of document types', async () => {
    const text = '<description><![CDATA[<!DOCTYPE html>]]></description>';
    expect(firstFault(await read(bomXml('1.6', `<components>${componentXml('a', text)}</components>`)))).toBe('');
  });
});
