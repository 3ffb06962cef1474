import { describe, expect, it } from 'vitest';
import { APPLICABILITY } from '../../regulation/applies-table';
import { type Condition, ruleInWords } from './rule-in-words';

const spoken = (condition: Condition): string =>
  condition.op === 'is'
    ? `${condition.key}: ${condition.answer}`
    : `${condition.op}(${condition.parts.map(spoken).join('; ')})`;

describe('a rule in words', () => {
  it.each([
    ['markets includes US', 'markets: among others “United States”'],
    [
      'not actor = manufacturer and is_corrective_action',
      'all(actor: anything but “the manufacturer”; is_corrective_action: yes)',
    ],
    ['not (is_corrective_action or benefit_risk_worse)', 'all(is_corrective_action: no; benefit_risk_worse: no)'],
    [
      'not (is_corrective_action and benefit_risk_worse)',
      'none(all(is_corrective_action: yes; benefit_risk_worse: yes))',
    ],
    [
      'benefit_risk_worse and (is_corrective_action and alters_alarm_system)',
      'all(benefit_risk_worse: yes; is_corrective_action: yes; alters_alarm_system: yes)',
    ],
    ['as_of < 2026-03-31', 'as_of: before 31 Mar 2026'],
    ['not as_of < 2026-03-31', 'as_of: on or after 31 Mar 2026'],
    ['change_domains within {software}', 'change_domains: nothing but “software, firmware, settings or accounts”'],
    ['hours_since_alert >= 48', 'hours_since_alert: at least 48'],
  ])('%s', (rule, words) => expect(spoken(ruleInWords(rule)).toLowerCase()).toBe(words.toLowerCase()));

  it('has words for every condition of the table', () => {
    for (const { appliesWhen, hintWhen } of APPLICABILITY) {
      for (const written of [appliesWhen, hintWhen]) if (written) expect(spoken(ruleInWords(written))).not.toBe('');
    }
  });
});
