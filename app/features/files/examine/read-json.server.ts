/** Reads answers out of JSON: our own form sent back, or statements on vulnerabilities (CSAF, OpenVEX, CycloneDX). */
import { type VexStatement, vexQuotation, vexStatements } from '../../claims/vex-statements';
import { ReplyForm } from '../../letters/reply-form';
import { LONGEST_COMMENT, LONGEST_FILL } from '../../replies/answer-fields';
import { storableText } from '../../text-input';
import { csafFaults, isCsaf } from './csaf-faults.server';
import { mismatch, NOTHING_READ, type Reading, type ReadTask } from './reading';

const MOST_NOTES = 20;

function readReplyForm(json: unknown, task: ReadTask): Reading {
  const title = 'The questions as data, sent back';
  const parsed = ReplyForm.safeParse(json);
  const base = { ...NOTHING_READ, basis: 'form' as const, title };
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ...base,
      problem: `It is not as it should be at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`,
    };
  }
  const problem = mismatch(parsed.data, task);
  const given = parsed.data.answers ?? [];
  const unasked = given.find(({ number }) => !task.questions.some((question) => question.number === number));
  if (problem || unasked || given.length === 0) {
    const why = problem ?? (unasked ? `The letter asks no question ${unasked.number}.` : 'It holds no answers.');
    return { ...base, problem: why };
  }
  const answers = given.map(({ number, choice = '', fill = '', comment = '' }) => {
    const choices = task.questions.find((question) => question.number === number)?.choices ?? [];
    const known = choices.find(({ id }) => id === choice);
    return {
      number,
      choice: known ? choice : '',
      fill: known?.fill === undefined ? '' : storableText(fill).trim(),
      comment: storableText(comment).trim(),
    };
  });
  const strange = given.filter(({ number, choice }) => {
    const choices = task.questions.find((question) => question.number === number)?.choices ?? [];
    return choice && !choices.some(({ id }) => id === choice);
  });
  const notes = strange.map(({ number, choice }) => `Question ${number} has no answer “${choice}”; it was left open.`);
  return { ...base, answers, notes };
}

/** What the statements on one vulnerability come to: one status as a choice, several as words for a person to weigh. */
function answerFrom(number: number, statements: readonly VexStatement[], name: string) {
  const states = new Set(statements.map(({ status }) => status));
  const [only] = statements;
  const choice = states.size === 1 && only ? only.status : '';
  const quoted = statements.map((one) => `${vexQuotation(one)}\n(${name}, ${one.place})`).join('\n\n');
  const fill = choice ? (only?.words.join(' ') ?? '').slice(0, LONGEST_FILL) : '';
  return { number, choice, fill: storableText(fill), comment: storableText(quoted).slice(0, LONGEST_COMMENT) };
}

async function readVex(json: unknown, task: ReadTask): Promise<Reading> {
  const statements = vexStatements(json);
  const csaf = isCsaf(json);
  if (statements.length === 0 && !csaf) return NOTHING_READ;
  const notes = csaf ? (await csafFaults(json)).map((fault) => `Not as CSAF 2.0 wants it: ${fault}`) : [];
  const asked = new Set<string>();
  const answers = task.questions.flatMap(({ number, key, choices }) => {
    const cve = key.startsWith('vex:') ? key.slice(4).toUpperCase() : '';
    const own = statements.filter((one) => one.cve === cve);
    if (own.length === 0) return [];
    asked.add(cve);
    const answer = answerFrom(number, own, task.name);
    const known = choices.find(({ id }) => id === answer.choice);
    return [{ ...answer, choice: known?.id ?? '', fill: known?.fill === undefined ? '' : answer.fill }];
  });
  const others = [...new Set(statements.map(({ cve }) => cve))].filter((cve) => !asked.has(cve));
  if (others.length > 0) {
    const more = others.length > MOST_NOTES ? ` and ${others.length - MOST_NOTES} more` : '';
    notes.push(
      `It also speaks of ${others.slice(0, MOST_NOTES).join(', ')}${more}, which this letter does not ask about.`,
    );
  }
  const title = csaf ? 'A CSAF document' : 'Statements on vulnerabilities (VEX)';
  const problem = answers.length > 0 ? null : 'It says nothing on the vulnerabilities that this letter asks about.';
  return { basis: 'file', title, problem, answers, notes };
}

/** Answers of a JSON file; nothing when it is of no kind that holds any. */
export async function readJsonAnswers(task: ReadTask): Promise<Reading> {
  const json: unknown = JSON.parse(new TextDecoder().decode(task.bytes).replace(/^\ufeff/, ''));
  if (typeof json === 'object' && json !== null && 'changemark_reply' in json) return readReplyForm(json, task);
  return readVex(json, task);
}
