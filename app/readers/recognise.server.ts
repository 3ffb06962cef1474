/** Looks into a file, says what it is, and finds who reads it. Nothing of another format is loaded. */
import { type Beginning, beginningOf } from './beginning.server';
import { readJson } from './json/read-json.server';
import { refuse, type Source } from './reader';
import { type Recognised, readerOf } from './reader-of.server';
import { kindOfJson, shapeOfText } from './recognise';

const SUPPORTED =
  'Read are CSAF 2.0, OpenVEX, CycloneDX, SPDX, the KEV catalogue, EPSS, end-of-support data, FHIR Device, UDI carriers, CSV and XLSX.';

/** What the file is. Refuses what is of no kind that is read here. */
export async function recognise(source: Source): Promise<Recognised> {
  const beginning = await beginningOf(source);
  const name = beginning.packing === 'zip' ? await ofWorkbook(source) : await ofText(source, beginning);
  return readerOf(name) ?? unknown('');
}

async function ofWorkbook(source: Source): Promise<string> {
  const { isMds2Workbook } = await import('./mds2/mds2-workbook.server');
  return (await isMds2Workbook(source)) ? 'mds2' : 'xlsx';
}

async function ofText(source: Source, { packing, text }: Beginning): Promise<string> {
  const shape = text === null ? 'other' : shapeOfText(text);
  if (packing === 'gzip') return shape === 'epss' ? shape : unknown('It is packed with gzip.');
  // A file that is called JSON is told what is wrong with it as JSON, not taken for a table with odd headings.
  if (shape === 'json' || /\.json(ld)?$/i.test(source.name)) {
    return kindOfJson(await readJson(source)) ?? unknown('It is JSON of a kind that is not known here.');
  }
  if (shape === 'other') return unknown(text === null ? 'It is not text.' : '');
  return shape === 'spdx' ? 'spdxTagValue' : shape;
}

const unknown = (why: string): never =>
  refuse('format', '', ['This file is of no kind that is read here.', why, SUPPORTED].filter(Boolean).join(' '));
