/** Holds a CSAF 2.0 document against its schema and the tests of the standard (its section 6). */

// One by one: the others bring dictionaries along.
import optionalTest_6_2_1 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_1.js';
import optionalTest_6_2_2 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_2.js';
import optionalTest_6_2_3 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_3.js';
import optionalTest_6_2_18 from '@secvisogram/csaf-validator-lib/lib/optionalTests/optionalTest_6_2_18.js';
import type { Test } from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import { LIMITS } from '../reader';
import type { Problem } from '../records';
import { schemaProblems } from '../schema-problems';
import { csafSchema, unknownProperties } from './csaf-schema.server';
import type { CsafDocument } from './csaf-shape';
import { undefinedProducts } from './product-references';
import { relationshipCircles } from './relationship-circles';

/** The library takes these two by ways that no advisory of many thousand products comes to the end of. */
const OURS: [string, Test][] = [
  ['mandatoryTest_6_1_1', (json) => ({ errors: undefinedProducts(json as CsafDocument) })],
  ['mandatoryTest_6_1_3', (json) => ({ errors: relationshipCircles((json as CsafDocument).product_tree) })],
];
const MANDATORY: [string, Test][] = [
  ...OURS,
  ...Object.entries(mandatory).filter(
    ([name, test]) => typeof test === 'function' && !OURS.some(([ours]) => ours === name),
  ),
];

/** Optional tests that bear on how far the content carries; the others are matters of style. */
const TOLD: [string, Test, string][] = [
  ['CSAF 2.0 6.2.1', optionalTest_6_2_1, 'A product is defined and never spoken of'],
  ['CSAF 2.0 6.2.2', optionalTest_6_2_2, 'A product is affected and no remediation is given for it'],
  ['CSAF 2.0 6.2.3', optionalTest_6_2_3, 'A product is affected and no score is given for it'],
  ['CSAF 2.0 6.2.18', optionalTest_6_2_18, 'A version range is written in words, not as a range that can be computed'],
  [
    'CSAF 2.0 6.2.20',
    (json) => ({ warnings: unknownProperties(json).map((instancePath) => ({ instancePath })) }),
    'There is a property that the standard does not know',
  ],
];

/** "mandatoryTest_6_1_27_1" is the test 6.1.27.1. */
const ruleOf = (name: string): string => `CSAF 2.0 ${name.replace(/^[a-zA-Z]+_/, '').replaceAll('_', '.')}`;

/**
 * What makes the document invalid. The tests of section 6.1 presume the shape that the schema asks for, so they only
 * run where the schema found nothing.
 */
export async function csafErrors(json: unknown): Promise<Problem[]> {
  const wrong = schemaProblems(csafSchema, json, 'CSAF 2.0 schema');
  if (wrong.length > 0) return wrong;
  const problems: Problem[] = [];
  for (const [name, test] of MANDATORY) {
    const { errors = [], isValid } = await outcomeOf(test, json);
    const rule = ruleOf(name);
    if (isValid === false && errors.length === 0) problems.push({ place: '', rule, message: 'This test is not met.' });
    for (const { instancePath = '', message = 'this test is not met' } of errors.slice(0, LIMITS.problems)) {
      problems.push({ place: instancePath, rule, message: sentence(message) });
    }
  }
  return problems;
}

/** A test that stumbles over a document could not be met by it: nothing is accepted that was not tested. */
async function outcomeOf(test: Test, json: unknown): Promise<Awaited<ReturnType<Test>>> {
  try {
    return await test(json);
  } catch {
    return { errors: [{ instancePath: '', message: 'the document is such that this test cannot be made' }] };
  }
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, '.');

/** Products and vulnerabilities of a document multiplied: beyond that the optional tests of the library take minutes. */
const MOST_PAIRS = 20_000_000;

/** What deserves a look and makes nothing invalid: one line a test, however many places it has. */
export async function csafWarnings(json: CsafDocument, products: number): Promise<Problem[]> {
  if (products * Math.max(products, json.vulnerabilities?.length ?? 0) > MOST_PAIRS) {
    const message = 'The document is so large that only the mandatory tests were made.';
    return [{ place: '', rule: 'CSAF 2.0 6.2', message }];
  }
  const problems: Problem[] = [];
  for (const [rule, test, words] of TOLD) {
    const { warnings = [] } = await test(json);
    const [first] = warnings;
    if (!first) continue;
    const count = warnings.length > 1 ? ` (${warnings.length} places; this is the first)` : '';
    problems.push({ place: first.instancePath ?? '', rule, message: `${words}${count}.` });
  }
  return problems;
}
