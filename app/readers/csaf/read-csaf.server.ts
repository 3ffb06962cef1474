/** CSAF 2.0: advisories and VEX documents. */
import { scoreProblem, vectorProblem } from '../cvss';
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
  const { wrong, odd } = scoreProblems(advisory);
  if (wrong.length > 0) return headOf('csaf', FORMAT, { errors: wrong });
  const warnings = [
    ...(await csafWarnings(json as CsafDocument, advisory.products.length)),
    ...garbledNames(tree),
    ...wordsAgainstCategory(advisory),
    ...odd,
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

/**
 * Scores whose vector is wrong, or comes to another one. The schema lets vectors through that lack a metric or have one
 * twice, and the library computes nothing of them: of those, nothing can be right (test 6.1.9).
 */
function scoreProblems({ vulnerabilities }: Advisory): { wrong: Problem[]; odd: Problem[] } {
  const wrong: Problem[] = [];
  const odd: Problem[] = [];
  for (const [index, { scores }] of vulnerabilities.entries()) {
    for (const [n, score] of scores.entries()) {
      const place = `/vulnerabilities/${index}/scores/${n}`;
      const message = scoreProblem(score);
      if (!message) continue;
      if (vectorProblem(score.vector, score.version)) wrong.push({ place, rule: 'CSAF 2.0 6.1.9', message });
      else odd.push({ place, rule: 'CVSS', message });
    }
  }
  return { wrong, odd };
}
