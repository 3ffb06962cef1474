/** OpenVEX 0.2.0: statements on vulnerabilities in products. */
import { headOf, unique } from '../head';
import { readJson } from '../json/read-json.server';
import type { Reader } from '../reader';
import type { Problem } from '../records';
import { statementFacts } from '../statement-facts';
import { zodProblems } from '../zod-problems';
import { openVexAdvisory } from './openvex-advisory';
import { OpenVex } from './openvex-shape';

const FORMAT = 'OpenVEX';
const RULE = 'OpenVEX 0.2.0';

/** Gives one record, the document as an advisory, when it is valid by its specification. */
export const readOpenVex: Reader = async (source, out) => {
  const parsed = OpenVex.safeParse(await readJson(source));
  if (!parsed.success) return headOf('openvex', FORMAT, { errors: zodProblems(parsed.error, RULE) });
  const warnings = parsed.data.statements.flatMap(
    ({ products = [], justification, impact_statement }, n): Problem[] => {
      const place = `/statements/${n}`;
      if (products.length === 0)
        return [{ place, rule: RULE, message: 'This statement names no product, so it says nothing of any.' }];
      const both = 'This statement has a justification and an impact statement; one of them is asked for.';
      return justification && impact_statement ? [{ place, rule: RULE, message: both }] : [];
    },
  );
  const advisory = openVexAdvisory(parsed.data);
  await out.records([
    { kind: 'advisory', place: '', warnings: warnings.map(({ message }) => message), value: advisory },
  ]);
  return headOf('openvex', RULE, {
    warnings,
    asOf: advisory.currentReleaseDate,
    facts: {
      id: advisory.id,
      title: advisory.title,
      category: advisory.category,
      vendors: advisory.vendors,
      product_names: unique(advisory.products.map(({ name }) => name)),
      version_strings: unique(advisory.products.map(({ version }) => version)),
      cve_ids: unique(advisory.vulnerabilities.map(({ cve }) => cve)),
      max_cvss_base_score: null,
      remediation_categories: [],
      initial_release_date: advisory.initialReleaseDate,
      current_release_date: advisory.currentReleaseDate,
      statements: statementFacts(advisory.statements),
    },
  });
};
