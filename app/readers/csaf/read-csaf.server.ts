/** CSAF 2.0: advisories and VEX documents. */
import { scoreProblem } from '../cvss';
import { headOf, unique } from '../head';
import { readJson } from '../json/read-json.server';
import type { Reader } from '../reader';
import type { Advisory, Problem } from '../records';
import { statementFacts } from '../statement-facts';
import { advisoryOf } from './advisory';
import { csafErrors, csafWarnings } from './csaf-faults.server';
import type { CsafDocument } from './csaf-shape';
import { garbledNames } from './garbled-names';
import type { ProductTree } from './product-tree';

const FORMAT = 'CSAF 2.0';

/** Gives one record, the advisory, when the document is valid by its standard. */
export const readCsaf: Reader = async (source, out) => {
  const json = await readJson(source);
  out.checkCancelled();
  const errors = await csafErrors(json);
  if (errors.length > 0) return headOf('csaf', FORMAT, { errors });
  const { advisory, tree } = advisoryOf(json as CsafDocument);
  const warnings = [
    ...(await csafWarnings(json as CsafDocument, advisory.products.length)),
    ...garbledNames(tree),
    ...wordsAgainstCategory(advisory),
    ...scores(advisory),
  ];
  await out.records([
    { kind: 'advisory', place: '', warnings: warnings.map(({ message }) => message), value: advisory },
  ]);
  return headOf('csaf', FORMAT, {
    warnings,
    asOf: advisory.currentReleaseDate,
    facts: factsOf(advisory, tree),
  });
};

function factsOf(advisory: Advisory, tree: ProductTree): Record<string, unknown> {
  const scores = advisory.vulnerabilities.flatMap((one) => one.scores.map(({ baseScore }) => baseScore));
  const remediations = advisory.vulnerabilities.flatMap((one) => one.remediations);
  return {
    id: advisory.id,
    title: advisory.title,
    category: advisory.category,
    vendors: advisory.vendors,
    product_names: tree.productNames,
    version_strings: tree.versionStrings,
    cve_ids: unique(advisory.vulnerabilities.map(({ cve }) => cve)),
    max_cvss_base_score: scores.length > 0 ? scores.reduce((most, score) => Math.max(most, score)) : null,
    remediation_categories: unique(remediations.map(({ category }) => category)).sort(),
    initial_release_date: advisory.initialReleaseDate,
    current_release_date: advisory.currentReleaseDate,
    statements: statementFacts(advisory.statements),
  };
}

/** "Vendor fix" over a text that announces none, or none yet. */
function wordsAgainstCategory({ vulnerabilities }: Advisory): Problem[] {
  const told = new Set<string>();
  return vulnerabilities.flatMap(({ remediations }, index) =>
    remediations.flatMap(({ category, details, meaning }, n) => {
      if (category !== 'vendor_fix' || (meaning !== 'no_fix' && meaning !== 'fix_planned') || told.has(details))
        return [];
      told.add(details);
      const says = meaning === 'no_fix' ? 'there is no fix' : 'a fix is still to come';
      const place = `/vulnerabilities/${index}/remediations/${n}`;
      return [{ place, rule: 'words', message: `Filed as vendor_fix, and its text says that ${says}.` }];
    }),
  );
}

const scores = ({ vulnerabilities }: Advisory): Problem[] =>
  vulnerabilities.flatMap((one, index) =>
    one.scores.flatMap((score, n) => {
      const message = scoreProblem(score);
      return message ? [{ place: `/vulnerabilities/${index}/scores/${n}`, rule: 'CVSS', message }] : [];
    }),
  );
