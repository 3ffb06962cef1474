/** The firewall rules that a change proposes: saving them. */
import { z } from 'zod';
import type { RuleLine } from '../../../db/schema/placement.server';
import type { Json } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { versionField } from '../devices/model-form';
import type { SaveResult } from '../save-result';
import { requiredText } from '../text-input';
import type { Otherwise } from './check-rules';
import { readRules, ruleLine } from './rule-lines';
import { saveSettings } from './settings-rows.server';

export const NetworkSettingsForm = z.object({
  version: versionField,
  rules: requiredText('Give at least one rule, one a line.').transform((text, context) => {
    const read = readRules(text);
    if (read.ok && read.rules.length > 0) return read.rules;
    for (const message of read.ok ? ['There is no rule in it.'] : read.problems) {
      context.addIssue({ code: 'custom', message });
    }
    return z.NEVER;
  }),
  otherwise: z.enum(['allow', 'deny', ''], { error: 'Choose from the list.' }).optional(),
});
export type NetworkSettingsInput = z.output<typeof NetworkSettingsForm>;

/** What becomes of the rest, in words. */
export const otherwiseInWords = (otherwise: Otherwise): string =>
  otherwise === '' ? 'not said' : otherwise === 'allow' ? 'is allowed' : 'is denied';

const textOf = (rules: readonly RuleLine[]) => rules.map(ruleLine).join('\n');

/** Null when the change is not there. */
export const saveNetworkSettings = (
  actor: Actor,
  changeId: string,
  { version, rules, otherwise = '' }: NetworkSettingsInput,
): Promise<SaveResult | null> =>
  saveSettings(actor, changeId, {
    kind: 'network',
    based: version,
    columns: { rules, otherwise },
    changedFrom: (row) => {
      const [was, is] = [textOf(row?.rules ?? []), textOf(rules)];
      const before = row ? otherwiseInWords(row.otherwise) : null;
      return [
        ...(was === is ? [] : [{ field: 'rules', label: 'Rules', from: was || null, to: is }]),
        ...(before === otherwiseInWords(otherwise)
          ? []
          : [{ field: 'otherwise', label: 'Otherwise', from: before, to: otherwiseInWords(otherwise) }]),
      ];
    },
    detail: { rules: rules.map((rule): Json => ({ ...rule })), otherwise },
  });
