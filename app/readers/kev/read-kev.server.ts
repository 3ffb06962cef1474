/** The catalogue of known exploited vulnerabilities of CISA, held against its published schema. */
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { headOf } from '../head';
import { readJson } from '../json/read-json.server';
import { LIMITS, type Reader } from '../reader';
import type { FileRecord, Problem } from '../records';
import { schemaProblems } from '../schema-problems';
import { kevEntryOf, type PublishedKevEntry } from './kev-entry';
import schema from './kev-schema.json';

const FORMAT = 'KEV';
const RULE = 'KEV schema';

// Entries are held against the schema one by one: of a file that is wrong throughout, the first hundred are enough.
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const { $defs, ...whole } = schema;
const catalogue = ajv.compile({
  ...whole,
  properties: { ...whole.properties, vulnerabilities: { type: 'array' } },
});
const entry = ajv.compile($defs.vulnerability);

interface Catalogue {
  catalogVersion: string;
  dateReleased: string;
  count: number;
  vulnerabilities: PublishedKevEntry[];
}

/** Gives one record for each entry. */
export const readKev: Reader = async (source, out) => {
  const json = await readJson(source);
  const errors = schemaProblems(catalogue, json, RULE);
  if (errors.length > 0) return headOf('kev', FORMAT, { errors });
  const { catalogVersion, dateReleased, count, vulnerabilities } = json as Catalogue;
  errors.push(...wrongEntries(vulnerabilities));
  if (errors.length > 0) return headOf('kev', FORMAT, { errors });
  const warnings: Problem[] = [];
  if (count !== vulnerabilities.length) {
    const message = `The catalogue says that it has ${count} entries, and it has ${vulnerabilities.length}.`;
    warnings.push({ place: '/count', rule: 'KEV', message });
  }
  await out.records(vulnerabilities.map(recordOf));
  return headOf('kev', FORMAT, {
    warnings,
    asOf: dateReleased,
    facts: {
      catalog_version: catalogVersion,
      date_released: dateReleased,
      count: vulnerabilities.length,
      cve_ids: vulnerabilities.map(({ cveID }) => cveID),
      known_ransomware_count: vulnerabilities.filter((one) => one.knownRansomwareCampaignUse === 'Known').length,
    },
  });
};

function wrongEntries(vulnerabilities: readonly PublishedKevEntry[]): Problem[] {
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  for (const [index, one] of vulnerabilities.entries()) {
    const at = `/vulnerabilities/${index}`;
    problems.push(...schemaProblems(entry, one, RULE, at));
    const first = places.get(one?.cveID);
    if (first !== undefined) {
      const message = `${one.cveID} has an entry already, at /vulnerabilities/${first}.`;
      problems.push({ place: `${at}/cveID`, rule: 'KEV', message });
    }
    if (typeof one?.cveID === 'string') places.set(one.cveID, index);
    if (problems.length > LIMITS.problems) break;
  }
  return problems;
}

const recordOf = (one: PublishedKevEntry, index: number): FileRecord => ({
  kind: 'kev',
  place: `/vulnerabilities/${index}`,
  warnings: [],
  value: kevEntryOf(one),
});
