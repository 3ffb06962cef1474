/** The contents of a pack name the pages on which its parts really stand. */
import { expect, it } from 'vitest';
import { render } from '../render';
import { readPdf } from '../testing/read-pdf';
import { contentsOf } from './pack';
import { evidencePackSamples } from './samples';

it.each(['ordinary', 'scripts'])(
  'sample %s: each entry of the contents leads to its page',
  async (name) => {
    const sample = evidencePackSamples[name];
    if (!sample) throw new Error(`no sample ${name}`);
    const printed = await render('evidence-pack', sample.model, new Date(sample.issuedAt));
    const { pages } = await readPdf(new Uint8Array(printed.bytes));
    const contents = pages.slice(0, 2).join('\n');
    expect(contents).toContain('Contents');
    const start = pages.findIndex((text) => text.includes('What an inspector will look for')) + 1;
    expect(start).toBeGreaterThan(1);
    const last = pages.findIndex((text) => text.includes('For whoever checks it')) + 1;
    expect(contents).toMatch(new RegExp(`What this pack is\\s+${last}\\b`));
    expect(contentsOf(sample.model).length).toBeGreaterThan(2);
  },
  60_000,
);
