/** Holds a CSAF 2.0 document against its schema and the tests of the standard (its section 6). */
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as optional from '@secvisogram/csaf-validator-lib/optionalTests.js';
import { csaf_2_0, type Test } from '@secvisogram/csaf-validator-lib/schemaTests.js';
import { LIMITS } from '../reader';
import type { Problem } from '../records';
import type { CsafDocument } from './csaf-shape';
import { relationshipCircles } from './relationship-circles';

/** The library looks for circles by walking every path, of which there can be more than anybody waits for. */
const OURS = 'mandatoryTest_6_1_3';
const MANDATORY: [string, Test][] = [
  ...Object.entries(mandatory).filter(([name, test]) => typeof test === 'function' && name !== OURS),
  [OURS, (json) => ({ errors: relationshipCircles((json as CsafDocument).product_tree) })],
];

/** Optional tests that bear on how far the content carries; the others are matters of style. */
const TOLD = {
  optionalTest_6_2_1: 'A product is defined and never spoken of',
  optionalTest_6_2_2: 'A product is affected and no remediation is given for it',
  optionalTest_6_2_3: 'A product is affected and no score is given for it',
  optionalTest_6_2_18: 'A version range is written in words, not as a range that can be computed',
  optionalTest_6_2_20: 'There is a property that the standard does not know',
} as const;

/** "mandatoryTest_6_1_27_1" is the test 6.1.27.1. */
const ruleOf = (name: string): string => `CSAF 2.0 ${name.replace(/^[a-zA-Z]+_/, '').replaceAll('_', '.')}`;

/**
 * What makes the document invalid. The tests of section 6.1 presume the shape that the schema asks for, so they only
 * run where the schema found nothing.
 */
export async function csafErrors(json: unknown): Promise<Problem[]> {
  const { errors: wrong = [] } = await csaf_2_0(json);
  if (wrong.length > 0) {
    return wrong.map(({ instancePath = '', message = 'is not as the schema wants it' }) => ({
      place: instancePath,
      rule: 'CSAF 2.0 schema',
      message: `This ${message}.`,
    }));
  }
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

/** What deserves a look and makes nothing invalid: one line a test, however many places it has. */
export async function csafWarnings(json: unknown): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, words] of Object.entries(TOLD)) {
    const { warnings = [] } = await optional[name as keyof typeof TOLD](json);
    const [first] = warnings;
    if (!first) continue;
    const count = warnings.length > 1 ? ` (${warnings.length} places; this is the first)` : '';
    problems.push({ place: first.instancePath ?? '', rule: ruleOf(name), message: `${words}${count}.` });
  }
  return problems;
}
