/** Recorded statements as a page shows them. Pure. */
import { chartOf } from '../../regulation/charts/index';
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import { sourceOfColumns } from '../provenance/source';
import { promptsFor, type SafetyPrompt, safetyPrompt } from '../safety/prompts';
import { isVerdict, summarise } from '../safety/verdict';
import type { ChangeView, FactValue, OwnAnswer, SafetyPromptView, StatedFact } from './change-view';
import { splitQuestion } from './dossier-of';
import type { StatementRow } from './statements.server';
import { factInWords } from './value-in-words';

const common = (row: StatementRow) => ({
  statementId: row.id,
  key: row.key,
  because: row.because,
  source: sourceOfColumns(row),
  recordedByName: row.recordedByName,
  recordedAt: row.recordedAt.toISOString(),
});

export const statedFacts = (rows: readonly StatementRow[]): StatedFact[] =>
  rows
    .filter(({ type }) => type === 'fact')
    .map((row) => ({
      ...common(row),
      question: isFactKey(row.key) ? asking(row.key).question : row.key,
      value: row.value as FactValue,
      valueInWords: factInWords(row.key, row.value),
    }));

export const ownAnswers = (rows: readonly StatementRow[]): OwnAnswer[] =>
  rows
    .filter(({ type }) => type === 'answer')
    .map((row) => {
      const { instrument, question } = splitQuestion(row.key);
      const node = chartOf(instrument)?.nodes[question];
      return { ...common(row), instrument, question, asks: node?.asks ?? '', value: row.value as OwnAnswer['value'] };
    });

function promptView(prompt: SafetyPrompt, row: StatementRow | undefined): SafetyPromptView {
  const judged = row?.value as { verdict?: unknown; condition?: unknown } | undefined;
  const verdict = judged?.verdict;
  return {
    ...prompt,
    answer:
      row && isVerdict(verdict)
        ? {
            statementId: row.id,
            verdict,
            condition: typeof judged?.condition === 'string' ? judged.condition : '',
            because: row.because,
            recordedByName: row.recordedByName,
            recordedAt: row.recordedAt.toISOString(),
          }
        : null,
  };
}

/** The prompts of the change's kinds, and those that were judged before the kind was changed. */
export function safetyView(kinds: readonly string[], rows: readonly StatementRow[]): ChangeView['safety'] {
  const judged = new Map(rows.filter(({ type }) => type === 'safety').map((row) => [row.key, row]));
  const own = promptsFor(kinds);
  const left = [...judged.keys()].filter((key) => !own.some((prompt) => prompt.key === key));
  const prompts = [...own, ...left.flatMap((key) => safetyPrompt(key) ?? [])].map((prompt) =>
    promptView(prompt, judged.get(prompt.key)),
  );
  return {
    prompts,
    summary: summarise(prompts.map(({ title, answer }) => ({ title, judgement: answer }))),
  };
}
