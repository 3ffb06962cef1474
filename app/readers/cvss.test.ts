import { expect, it } from 'vitest';
import { baseScoreOf, cvssVersion, scoreProblem, vectorProblem } from './cvss';

it.each([
  ['2.0', 'AV:N/AC:L/Au:N/C:P/I:P/A:P', 7.5],
  ['2.0', 'AV:N/AC:L/Au:N/C:C/I:C/A:C', 10],
  ['3.0', 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
  ['3.1', 'CVSS:3.1/AV:P/AC:H/PR:L/UI:R/S:U/C:L/I:N/A:N', 1.7],
  ['3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:P/RL:O', 10],
  ['3.1', 'CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
  ['4.0', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 9.3],
] as const)('computes the base score of a vector of %s: %s', (version, vector, score) => {
  expect(cvssVersion(vector)).toBe(version);
  expect(baseScoreOf(vector, version)).toBe(score);
  expect(scoreProblem({ version, vector, baseScore: score })).toBeNull();
  expect(scoreProblem({ version, vector, baseScore: 5.5 })).toContain(`comes to ${score}`);
});

it.each([
  ['3.1', 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', /begin with/],
  ['3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H', /A is missing/],
  ['3.1', 'CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', /AV stands there twice/],
  ['3.1', 'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', /none of its metrics/],
  ['3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/', /none of its metrics/],
  ['3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:HH', /none of its metrics/],
  ['4.0', 'CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', /out of its order/],
  ['2.0', '(AV:N/AC:L/Au:N/C:P/I:P/A:P)', /none of its metrics/],
] as const)('says what is wrong with a vector of %s: %s', (version, vector, words) => {
  expect(vectorProblem(vector, version)).toMatch(words);
  expect(baseScoreOf(vector, version)).toBeNull();
});
