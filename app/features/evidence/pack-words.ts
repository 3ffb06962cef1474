/** How the states of a pack are named. Pure. */
export const PACK_STATUS = {
  queued: { label: 'waiting', look: 'plain' },
  building: { label: 'being built', look: 'info' },
  ready: { label: 'ready', look: 'settled' },
  failed: { label: 'not built', look: 'hold' },
} as const;
