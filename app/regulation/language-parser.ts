/** Parser of the rule language: text to tree, checked against the vocabulary. See language.ts for what the words mean. */
import { codeOf, type Name, nameOf } from './vocabulary';

/** The tree of a rule. Comparisons carry the index of their name and values as codes. */
export type RuleNode =
  | { op: 'and'; parts: RuleNode[] }
  | { op: 'or'; parts: RuleNode[] }
  | { op: 'not'; part: RuleNode }
  | { op: 'is'; index: number }
  | { op: 'in'; index: number; codes: number[] }
  | { op: 'includes_any'; index: number; bits: number }
  | { op: 'within'; index: number; bits: number }
  | { op: 'order'; index: number; relation: '<' | '<=' | '>' | '>='; code: number };

/** Short forms of the tables that say when an instrument applies. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['MAKER', 'actor in {manufacturer, manufacturer_agent}'],
  ['OPERATOR', 'actor in {health_institution, servicing_entity, integrator, importer_or_distributor, other}'],
  ['DEVICE-CHANGE', 'not change_domains within {environment}'],
]);

/** A rule that is not one. A defect of the chart or table that holds it, so it is thrown. */
export class RuleSyntaxError extends Error {
  constructor(
    readonly rule: string,
    readonly at: number,
    problem: string,
  ) {
    super(`${problem}, at character ${at + 1} of the rule: ${rule}`);
    this.name = 'RuleSyntaxError';
  }
}

interface Token {
  text: string;
  at: number;
}

const TOKEN = /\s*(DEVICE-CHANGE|\d{4}-\d{2}-\d{2}|[A-Za-z0-9_]+|<=|>=|!=|[=<>(){},]|\S)/y;

/**
 * Parses a rule.
 * @throws RuleSyntaxError naming the place
 */
export function parse(source: string): RuleNode {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const text = match[1] ?? '';
    tokens.push({ text, at: TOKEN.lastIndex - text.length });
  }
  return new Parser(source, tokens).whole();
}

class Parser {
  private next = 0;

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
  ) {}

  whole(): RuleNode {
    const node = this.either();
    if (this.next < this.tokens.length) this.fail(`expected the end, not ${this.peek()}`);
    return node;
  }

  private either(): RuleNode {
    const parts = [this.both()];
    while (this.take('or')) parts.push(this.both());
    return parts.length === 1 && parts[0] ? parts[0] : { op: 'or', parts };
  }

  private both(): RuleNode {
    const parts = [this.one()];
    while (this.take('and')) parts.push(this.one());
    return parts.length === 1 && parts[0] ? parts[0] : { op: 'and', parts };
  }

  private one(): RuleNode {
    if (this.take('not')) return { op: 'not', part: this.one() };
    if (this.take('(')) {
      const node = this.either();
      this.expect(')');
      return node;
    }
    const word = this.word('a name');
    const short = SHORT_FORMS.get(word);
    if (short !== undefined) return parse(short);
    const name = nameOf(word);
    if (!name) return this.fail(`${word} is no fact`, 1);
    return this.comparison(name);
  }

  private comparison(name: Name): RuleNode {
    const { index } = name;
    if (this.take('=')) return { op: 'in', index, codes: [this.value(name)] };
    if (this.take('!=')) return { op: 'not', part: { op: 'in', index, codes: [this.value(name)] } };
    if (this.take('in')) return { op: 'in', index, codes: this.members(name) };
    if (this.peek() === 'not' && this.tokens[this.next + 1]?.text === 'in') {
      this.next += 2;
      return { op: 'not', part: { op: 'in', index, codes: this.members(name) } };
    }
    for (const relation of ['<=', '>=', '<', '>'] as const) {
      if (!this.take(relation)) continue;
      if (name.type !== 'number' && name.type !== 'date') this.fail(`${name.key} has no order`, 1);
      return { op: 'order', index, relation, code: this.value(name) };
    }
    if (this.take('includes')) return { op: 'includes_any', index, bits: this.bits(name, [this.word('a member')]) };
    if (this.take('includes_any')) return { op: 'includes_any', index, bits: this.bits(name, this.braces()) };
    if (this.take('within')) return { op: 'within', index, bits: this.bits(name, this.braces()) };
    if (name.type !== 'boolean') this.fail(`${name.key} is not true or false: compare it`);
    return { op: 'is', index };
  }

  private members(name: Name): number[] {
    return this.braces().map((word) => this.code(name, word));
  }

  private value(name: Name): number {
    return this.code(name, this.word('a value'));
  }

  private code(name: Name, word: string): number {
    if (name.type === 'set') this.fail(`${name.key} is a set: use includes, includes_any or within`, 1);
    const value = name.type === 'boolean' ? asBoolean(word) : name.type === 'number' ? Number(word) : word;
    const code = word === 'unknown' ? null : codeOf(name, value);
    return code ?? this.fail(`${word} is no value of ${name.key}`, 1);
  }

  private bits(name: Name, members: string[]): number {
    if (name.type !== 'set') this.fail(`${name.key} is not a set`);
    return codeOf(name, members) ?? this.fail(`not all of ${members.join(', ')} are members of ${name.key}`);
  }

  private braces(): string[] {
    this.expect('{');
    const words = [this.word('a value')];
    while (this.take(',')) words.push(this.word('a value'));
    this.expect('}');
    return words;
  }

  private word(what: string): string {
    const token = this.tokens[this.next];
    if (!token || !/^\w/.test(token.text)) return this.fail(`expected ${what}`);
    this.next += 1;
    return token.text;
  }

  private peek(): string | undefined {
    return this.tokens[this.next]?.text;
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.next += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail(`expected ${text}`);
  }

  /** @param back how many tokens before the present one the problem stands */
  private fail(problem: string, back = 0): never {
    throw new RuleSyntaxError(this.source, this.tokens[this.next - back]?.at ?? this.source.length, problem);
  }
}

function asBoolean(word: string): boolean | string {
  return word === 'true' ? true : word === 'false' ? false : word;
}
