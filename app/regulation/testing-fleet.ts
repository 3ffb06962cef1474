/** A made-up fleet for tests and measurements, the same for the same seed: models with their certificates, sites, software versions and facts. */
import type { Dossier } from './dossier';
import type { FactValue } from './vocabulary';

type Device = NonNullable<Dossier['device']>;

/** Small, seeded, good enough to spread (mulberry32). */
export function randomly(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MODELS = 32;

const SYSTEMS = [
  { product: 'windows', release: '7' },
  { product: 'windows', release: '10' },
  { product: 'windows', release: 'xp' },
  { product: 'vxworks', release: '6.9' },
  {},
];

const CERTIFIED: readonly (readonly { market: string; basis: string; class?: string }[])[] = [
  [{ market: 'EU', basis: 'mdd', class: 'IIb' }],
  [{ market: 'EU', basis: 'mdr', class: 'IIa' }],
  [
    { market: 'EU', basis: 'mdd', class: 'IIa' },
    { market: 'US', basis: '510k', class: 'II' },
  ],
  [
    { market: 'GB', basis: 'ukca', class: 'IIb' },
    { market: 'EU', basis: 'mdr', class: 'IIb' },
  ],
  [{ market: 'US', basis: 'pma', class: 'III' }],
  [{ market: 'EU', basis: 'mdd', class: 'I' }],
];

const SITES: readonly Dossier['site'][] = [
  { country: 'GB', nation: 'england' },
  { country: 'GB', nation: 'scotland' },
  { country: 'DE' },
  { country: 'US' },
  { country: 'CA' },
  undefined,
];

const SUPPLIED = ['2015-06-01', '2019-11-12', '2023-02-28', undefined];

/** Facts that differ from unit to unit, with how often they are known at all. */
const FLAGS = [
  ['is_health_it_system', 0.3],
  ['risk_treatable_outside_device', 0.15],
  ['serious_harm_likely_before_answer', 0.1],
  ['under_contract_terms', 0.5],
  ['public_exploit', 0.5],
] as const;

/** Units one after the other, so that a fleet need not be held in memory. */
export function* randomFleet(size: number, seed: number): Generator<Dossier> {
  const random = randomly(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const models: Device[] = Array.from({ length: MODELS }, (_, at) => ({
    name: `Model ${at + 1}`,
    certifications: pick(CERTIFIED).map((one) => ({ ...one, number: `C-${at}-${one.market}` })),
    software: { os: pick(SYSTEMS) },
  }));
  for (let at = 0; at < size; at += 1) {
    const model = pick(models);
    const version = `${1 + Math.floor(random() * 4)}.${Math.floor(random() * 10)}`;
    const facts: Record<string, FactValue> = {};
    const supplied = pick(SUPPLIED);
    if (supplied !== undefined) facts.supply_date = supplied;
    for (const [key, known] of FLAGS) if (random() < known) facts[key] = random() < 0.5;
    const site = pick(SITES);
    yield {
      dossier: 1,
      id: `unit-${at}`,
      as_of: '2026-11-23',
      device: { ...model, udi_di: `0${at}`, software: { ...model.software, version } },
      ...(site && { site }),
      facts,
    };
  }
}
