/** Takes a text in tag-value form apart into its tags. Values between <text> and </text> go over several lines. */
import { LIMITS, refuse } from '../reader';

export interface Line {
  tag: string;
  value: string;
  line: number;
  /** Characters read so far. */
  at: number;
}

const RULE = 'SPDX tag-value';
const TAG = /^\s*([A-Za-z][A-Za-z0-9]*):(?:\s(.*))?$/s;

export function* tagLines(text: string): Generator<Line> {
  let at = 0;
  let line = 0;
  const next = (): string | null => {
    if (at >= text.length) return null;
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const found = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
    at = stop + 1;
    line += 1;
    if (found.length > LIMITS.text) refuse('limit', `line ${line}`, 'The line is too long.');
    return found;
  };
  for (let found = next(); found !== null; found = next()) {
    if (/^\s*(#|$)/.test(found)) continue;
    const start = line;
    const [, tag = '', rest = ''] = TAG.exec(found) ?? [];
    if (!tag) refuse(RULE, `line ${start}`, 'The line is neither a tag with its value nor a comment.');
    const opened = /^\s*<text>(.*)$/s.exec(rest)?.[1];
    if (opened === undefined) {
      if (rest.trim() === '') refuse(RULE, `line ${start}`, `The tag "${tag.slice(0, 60)}" has no value.`);
      yield { tag, value: rest.trim(), line: start, at };
      continue;
    }
    const pieces = [opened];
    let length = opened.length;
    while (!pieces.at(-1)?.includes('</text>')) {
      const more = next();
      if (more === null) return refuse(RULE, `line ${start}`, 'The text that begins here with <text> does not end.');
      length += more.length;
      if (length > LIMITS.text) refuse('limit', `line ${start}`, 'The text that begins here is too long.');
      pieces.push(more);
    }
    const whole = pieces.join('\n');
    const end = whole.indexOf('</text>');
    if (whole.slice(end + 7).trim() !== '') refuse(RULE, `line ${line}`, 'Something stands after </text>.');
    yield { tag, value: whole.slice(0, end), line: start, at };
  }
}
