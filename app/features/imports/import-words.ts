/** States and outcomes of imports in words, and what may be done in which. Pure. */

export type ImportState =
  | 'waiting'
  | 'reading'
  | 'refused'
  | 'mapping'
  | 'ready'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed';

export type Outcome = 'new' | 'changed' | 'unchanged' | 'refused' | 'gone';

export const OUTCOMES: readonly Outcome[] = ['new', 'changed', 'unchanged', 'gone', 'refused'];

export const IMPORT_STATES: Record<
  ImportState,
  { label: string; look: 'open' | 'settled' | 'hold' | 'plain' | 'info' | 'warning' | 'error' | 'success' }
> = {
  waiting: { label: 'waits to be read', look: 'info' },
  reading: { label: 'being read', look: 'info' },
  refused: { label: 'refused', look: 'hold' },
  mapping: { label: 'columns to be named', look: 'open' },
  ready: { label: 'ready to apply', look: 'open' },
  applying: { label: 'being applied', look: 'info' },
  applied: { label: 'applied', look: 'settled' },
  undoing: { label: 'being undone', look: 'info' },
  undone: { label: 'undone', look: 'plain' },
  cancelled: { label: 'cancelled', look: 'plain' },
  failed: { label: 'stopped by an error', look: 'hold' },
};

export const OUTCOME_WORDS: Record<
  Outcome,
  { label: string; look: 'success' | 'info' | 'plain' | 'error' | 'warning' }
> = {
  new: { label: 'new', look: 'success' },
  changed: { label: 'changed', look: 'info' },
  unchanged: { label: 'unchanged', look: 'plain' },
  gone: { label: 'no longer listed', look: 'warning' },
  refused: { label: 'refused', look: 'error' },
};

export type Purpose = 'feed' | 'inventory' | 'components' | 'mds2';

export const PURPOSES: Record<Purpose, { label: string; help: string }> = {
  feed: {
    label: 'Advisories and feeds',
    help: 'CSAF and OpenVEX documents, VEX in CycloneDX, KEV, EPSS, end-of-support dates; several at once, a ZIP of them, or a signed bundle.',
  },
  inventory: {
    label: 'Inventory',
    help: 'Units as CSV or XLSX with whatever headings your system writes, FHIR Device resources, or UDI carriers one a line.',
  },
  components: { label: 'Component list of a model', help: 'CycloneDX (JSON, XML) or SPDX (JSON, tag-value).' },
  mds2: { label: 'MDS2 form of a model', help: 'The workbook of 2019 (XLSX), as the maker sends it.' },
};

/** Whether a job works on it just now: the page looks again by itself. */
export const isMoving = (state: ImportState): boolean =>
  state === 'waiting' || state === 'reading' || state === 'applying' || state === 'undoing';

/** Whether it can be called off: nothing of it is in the register yet. */
export const mayCancel = (state: ImportState): boolean =>
  ['waiting', 'reading', 'mapping', 'ready', 'refused', 'failed'].includes(state);

/** Whether its rows may be held against the register anew. */
export const mayHoldAgain = (state: ImportState): boolean => state === 'ready' || state === 'undone';
