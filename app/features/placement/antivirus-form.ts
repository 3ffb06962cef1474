/** The forms on anti-virus: what the maker says, when patients are on the device, and what a change proposes. */
import { z } from 'zod';
import type { AntivirusProposal, ScanWindow } from '../../../db/schema/placement.server';
import { versionField } from '../devices/model-form';
import { sourceFields } from '../provenance/source';
import { type FactField, factInWords, textFact } from '../provenance/statements';
import { optionalText, requiredText } from '../text-input';
import type { MakerOnAntivirus } from './check-antivirus';
import { readWindows, windowLines } from './weekly';

const MOST_LINES = 150;
const LONGEST_LINE = 400;

/** Entries of a list, one a line, each once. */
const lines = (what: string) =>
  optionalText().transform((text, context) => {
    const read = [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ];
    if (read.length <= MOST_LINES && read.every((line) => line.length <= LONGEST_LINE)) return read;
    context.addIssue({ code: 'custom', message: `At most ${MOST_LINES} ${what}, one a line.` });
    return z.NEVER;
  });

const percent = () =>
  optionalText().transform((text, context) => {
    if (text === '') return null;
    const number = /^\d{1,3}\s*%?$/.test(text) ? Number.parseInt(text, 10) : 0;
    if (number >= 1 && number <= 100) return number;
    context.addIssue({ code: 'custom', message: 'Give a number of per cent from 1 to 100.' });
    return z.NEVER;
  });

const yesNo = () =>
  z
    .enum(['yes', 'no', ''], { error: 'Choose from the list.' })
    .optional()
    .transform((said) => (said ? said === 'yes' : null));

const weekly = (text: string, context: z.core.$RefinementCtx): ScanWindow[] => {
  const read = readWindows(text);
  if (read.ok) return read.windows;
  for (const message of read.problems) context.addIssue({ code: 'custom', message });
  return z.NEVER;
};

export const StatementForm = z.object({
  version: versionField,
  allowed: yesNo(),
  products: lines('products'),
  exclusions: lines('exclusions'),
  scanRule: optionalText(),
  realtimeAllowed: yesNo(),
  cpuCap: percent(),
  updatesRule: optionalText(),
  ...sourceFields,
});
export type StatementInput = z.output<typeof StatementForm>;

const percentFact = (number: number | null) => (number === null ? null : `${number} per cent`);

export const STATEMENT_FIELDS: readonly FactField<MakerOnAntivirus>[] = [
  { field: 'allowed', label: 'Anti-virus allowed', of: ({ allowed }) => allowed },
  { field: 'products', label: 'Products', of: ({ products }) => textFact(products.join('\n')) },
  { field: 'exclusions', label: 'Exclusions', of: ({ exclusions }) => textFact(exclusions.join('\n')) },
  { field: 'scanRule', label: 'When scans may run', of: ({ scanRule }) => textFact(scanRule) },
  { field: 'realtimeAllowed', label: 'Scanning files as they are used', of: ({ realtimeAllowed }) => realtimeAllowed },
  { field: 'cpuCap', label: 'Most of the processor', of: ({ cpuCap }) => percentFact(cpuCap) },
  { field: 'updatesRule', label: 'Definition updates', of: ({ updatesRule }) => textFact(updatesRule) },
];

export const HoursForm = z
  .object({
    label: requiredText('Name these hours: “Theatre list, Monday to Friday”.'),
    windows: requiredText('Give at least one line of days and hours.').transform((text, context) =>
      weekly(text, context),
    ),
    scope: z.enum(['model', 'place'], { error: 'Choose from the list.' }),
    site: optionalText(),
    location: optionalText(),
    source: optionalText(),
  })
  .refine(({ scope, site }) => scope === 'model' || site !== '', {
    path: ['site'],
    message: 'Say at which site, when the hours hold for every device there.',
  });
export type HoursInput = z.output<typeof HoursForm>;

export const ProposalForm = z.object({
  version: versionField,
  product: optionalText().refine((text) => text.length <= LONGEST_LINE, { error: 'Longer than a name is.' }),
  exclusions: lines('exclusions'),
  scans: optionalText().transform((text, context) => weekly(text, context)),
  cpuCap: percent(),
  realtime: yesNo(),
  updates: optionalText(),
});
export type ProposalInput = z.output<typeof ProposalForm>;

export const PROPOSAL_FIELDS: readonly FactField<AntivirusProposal>[] = [
  { field: 'product', label: 'Product', of: ({ product }) => textFact(product) },
  { field: 'exclusions', label: 'Exclusions', of: ({ exclusions }) => textFact(exclusions.join('\n')) },
  { field: 'scans', label: 'Scans', of: ({ scans }) => textFact(windowLines(scans)) },
  { field: 'realtime', label: 'Scanning files as they are used', of: ({ realtime }) => realtime },
  { field: 'cpuCap', label: 'Most of the processor', of: ({ cpuCap }) => percentFact(cpuCap) },
  { field: 'updates', label: 'Definition updates', of: ({ updates }) => textFact(updates) },
];

export const NO_PROPOSAL: AntivirusProposal = {
  product: '',
  exclusions: [],
  scans: [],
  cpuCap: null,
  realtime: null,
  updates: '',
};

const said = (value: boolean | null) => (value === null ? '' : factInWords(value));

/** The fields of the maker's form as they are saved. */
export const statementShown = (maker: MakerOnAntivirus): Record<string, string> => ({
  allowed: said(maker.allowed),
  products: maker.products.join('\n'),
  exclusions: maker.exclusions.join('\n'),
  scanRule: maker.scanRule,
  realtimeAllowed: said(maker.realtimeAllowed),
  cpuCap: maker.cpuCap === null ? '' : String(maker.cpuCap),
  updatesRule: maker.updatesRule,
});

/** The fields of the proposal's form as they are saved. */
export const proposalShown = (proposal: AntivirusProposal): Record<string, string> => ({
  product: proposal.product,
  exclusions: proposal.exclusions.join('\n'),
  scans: windowLines(proposal.scans),
  cpuCap: proposal.cpuCap === null ? '' : String(proposal.cpuCap),
  realtime: said(proposal.realtime),
  updates: proposal.updates,
});
