/**
 * A chart as plain text, for a regulatory reader who holds it beside the document and ticks box by box. The outlines
 * are kept in the repository: a difference in one of them is a change of a rule and needs a named reviewer.
 */
import type { Aid, Chart, ChartNode, Citation, Confidence, Obligation, Principle, SubRule } from '../chart';
import { citationText } from '../sources';

const WIDTH = 116;

/**
 * @param chart any chart of the library
 * @returns the outline, lines of at most 116 characters (longer only where a word is), ending with a line break
 */
export function outline(chart: Chart): string {
  const lines = [
    ...heading(chart),
    ...boxes(chart),
    ...section('OUTCOMES', Object.entries(chart.outcomes).flatMap(outcome)),
    ...section('REMARKS BESIDE THE CHART (never walked)', chart.aids.flatMap(aid)),
    ...section('PRINCIPLES', chart.principles.flatMap(principle)),
    ...section(
      'HOW THE CHART WAS READ',
      chart.readingNotes.flatMap((note) => wrapped(note, '  - ', '    ')),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function heading(chart: Chart): string[] {
  return [
    `${chart.instrument} · ${chart.name} · ${chart.edition}`,
    ...wrapped(chart.title, '', ''),
    ...wrapped(`Addressed to: ${chart.addressee}`, '', ''),
    `${chart.issued === null ? 'No date of issue seen' : `Issued ${chart.issued}`}; this edition used from ${chart.inForce.from}${until(chart.inForce.to)}`,
    `Marks: V seen in the source, V2 seen second-hand, M from memory, D derived, i interpretation`,
    `Starts at ${chart.start}`,
  ];
}

function until(day: string | null): string {
  return day === null ? '' : ` to ${day}`;
}

/**
 * The file name of a chart's outline: the instrument, and for an edition that has been replaced also its first day.
 * @param chart any edition of the library
 */
export function outlineFile(chart: Chart): string {
  return `${chart.instrument}${chart.inForce.to === null ? '' : `.${chart.inForce.from}`}.txt`;
}

/** Boxes in printed order, with a heading whenever the sub-chart changes. */
function boxes(chart: Chart): string[] {
  let part: string | undefined;
  return Object.entries(chart.nodes).flatMap(([id, node]) => {
    const title = node.part === part ? [] : ['', `== ${node.part ?? chart.name} ==`];
    part = node.part;
    return [...title, '', ...box(chart, id, node)];
  });
}

function box(chart: Chart, id: string, node: ChartNode): string[] {
  return [
    `${id} ${mark(node.cite, node.confidence)}${node.kind === 'gate' ? ' gate: printed in the path only when yes' : ''}`,
    ...wrapped(node.asks, '  ', '  '),
    ...wrapped(`answered by: ${node.who}${node.foundIn ? `; found in: ${node.foundIn}` : ''}`, '  ', '    '),
    ...wrapped(`yes when: ${node.rule.yes}`, '  ', '    '),
    ...wrapped(`no when: ${node.rule.no ?? 'the above is false'}`, '  ', '    '),
    `  yes -> ${target(chart, node.yes)}`,
    `  no  -> ${target(chart, node.no)}`,
    ...(node.subRules ?? []).flatMap(subRule),
    ...(node.note ? wrapped(`note: ${node.note}`, '  ', '    ') : []),
  ];
}

function target(chart: Chart, id: string): string {
  const end = chart.outcomes[id];
  return end ? `${id} (${end.tier})` : id;
}

function subRule(rule: SubRule): string[] {
  const decides = rule.answer && rule.when ? ` gives ${rule.answer} when: ${rule.when}` : '';
  return [
    ...wrapped(`* ${rule.id} ${mark(rule.cite, rule.confidence)}${decides}`, '  ', '    '),
    ...wrapped(rule.text, '    ', '    '),
  ];
}

function outcome([id, end]: [string, Chart['outcomes'][string]]): string[] {
  return [
    '',
    `${id} (${end.tier}): ${end.meaning}`,
    ...end.obligations.flatMap(obligation),
    ...end.evidence.flatMap((piece) => wrapped(`evidence: ${piece}`, '  ', '    ')),
    ...end.notes.flatMap((note) => wrapped(`note: ${note}`, '  ', '    ')),
  ];
}

function obligation(duty: Obligation): string[] {
  const due = duty.due === null ? '' : ` Due: ${duty.due}.`;
  return wrapped(`${duty.who} must: ${duty.must}${due} ${mark(duty.cite, duty.confidence)}`, '  ', '    ');
}

function aid(hint: Aid): string[] {
  return [
    '',
    `${hint.id} ${mark(hint.cite, hint.confidence)}`,
    ...wrapped(hint.asks, '  ', '  '),
    ...wrapped(`shown when: ${hint.when}`, '  ', '    '),
    ...wrapped(hint.remark, '  ', '  '),
  ];
}

function principle(one: Principle): string[] {
  return wrapped(`${one.id} ${mark(one.cite, one.confidence)} ${one.text}`, '  ', '    ');
}

function mark(cite: Citation, confidence: Confidence): string {
  return `[${citationText(cite)}; ${confidence}]`;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `== ${title} ==`, ...lines];
}

/** Breaks a text at spaces; the first line begins with `first`, the others with `rest`. */
function wrapped(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
