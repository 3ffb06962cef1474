/** Reads component lists in SPDX 2.2 and 2.3 in tag-value form. Every fault has its line. */
import { headOf } from '../head';
import { strictUtf8 } from '../json/read-json.server';
import { readBytes } from '../read-bytes.server';
import { LIMITS, type Out, type Reader, refuse } from '../reader';
import { tooManyComponents } from './give-components';
import { spdxFaults } from './spdx-faults';
import { giveSpdx, unknownSpdx } from './spdx-head.server';
import { isSpdxVersion, packageAsComponent, type SpdxDocument, shortVersion } from './spdx-shape';
import { type Line, tagLines } from './spdx-tag-lines';
import { jsonValue, LISTS, type Part, TAGS } from './spdx-tags';

type Fields = Record<string, unknown>;

export const readSpdxTagValue: Reader = async (source, out) => {
  const text = strictUtf8(await readBytes(source), 'SPDX tag-value');
  const reading = new Reading();
  await everyLine(text, reading, out);
  const { document, lines } = reading;
  const stated = document.spdxVersion;
  if (!isSpdxVersion(stated)) {
    return unknownSpdx('SPDX (tag-value)', stated, reading.lineOf('/spdxVersion'));
  }
  const version = shortVersion(stated);
  const format = `SPDX ${version} (tag-value)`;
  const errors = spdxFaults(document, stated, source.size).map(({ place, ...rest }) => ({
    place: reading.lineOf(place) || place,
    ...rest,
  }));
  if (errors.length > 0) return headOf('spdx', format, { errors });
  // The schema says that it has this shape.
  const { name, creationInfo, packages = [] } = document as unknown as SpdxDocument;
  const found = packages.map((one, n) => packageAsComponent(one, `line ${lines.get(`/packages/${n}`) ?? 0}`));
  return giveSpdx(out, { version, format, name, created: creationInfo.created, found });
};

async function everyLine(text: string, reading: Reading, out: Out): Promise<void> {
  let count = 0;
  for (const line of tagLines(text)) {
    reading.take(line);
    count += 1;
    if (count % 20_000 === 0) {
      out.checkCancelled();
      out.progress(line.at);
      await new Promise((go) => setImmediate(go));
    }
  }
}

/** A document as it grows line by line, in its JSON form, with the line on which everything stands. */
class Reading {
  readonly document: Fields = {};
  /** By JSON pointer. */
  readonly lines = new Map<string, number>();
  private part: Part = 'document';
  private current: Fields = this.document;
  private place = '';
  /** The package, file or snippet that tags go on about after a relationship or an annotation. */
  private subject: { part: Part; fields: Fields; place: string } = {
    part: 'document',
    fields: this.document,
    place: '',
  };

  /** The line of what a JSON pointer names, or of what it stands in. */
  lineOf(pointer: string): string {
    for (let way = pointer; way !== ''; way = way.slice(0, way.lastIndexOf('/'))) {
      const line = this.lines.get(way);
      if (line !== undefined) return `line ${line}`;
    }
    return '';
  }

  take({ tag: name, value: text, line }: Line): void {
    const tag = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
    if (!tag) {
      refuse('SPDX tag-value', `line ${line}`, `"${name.slice(0, 60)}" is no tag of SPDX 2.2 or 2.3.`);
      return;
    }
    if (tag.begins) this.begin(tag.begins, line);
    else if (!tag.parts.includes(this.part)) {
      ({ part: this.part, fields: this.current, place: this.place } = this.subject);
      if (!tag.parts.includes(this.part)) {
        refuse(
          'SPDX tag-value',
          `line ${line}`,
          `The tag "${name}" may not stand here: it belongs to a ${tag.parts[0]}.`,
        );
      }
    }
    if (tag.as === 'skip') return;
    const value = jsonValue(tag.as, text);
    if (value === null)
      refuse('SPDX tag-value', `line ${line}`, `The value of "${name}" is not written as it should be.`);
    if (tag.as === 'relation') Object.assign(this.current, value);
    else this.put(tag.name, value, tag.many, line, name);
  }

  private begin(part: Exclude<Part, 'document'>, line: number): void {
    const list = LISTS[part];
    const all = this.document[list];
    const grown: unknown[] = Array.isArray(all) ? all : [];
    this.document[list] = grown;
    if (part === 'package' && grown.length >= LIMITS.components) tooManyComponents(`line ${line}`);
    this.part = part;
    this.current = {};
    this.place = `/${list}/${grown.length}`;
    grown.push(this.current);
    this.lines.set(this.place, line);
    if (['package', 'file', 'snippet'].includes(part)) {
      this.subject = { part, fields: this.current, place: this.place };
    }
  }

  private put(name: string, value: unknown, many: boolean, line: number, tag: string): void {
    const [first = '', second] = name.split('.');
    let into = this.current;
    let place = this.place;
    if (second) {
      const deeper = into[first];
      const inner: Fields = typeof deeper === 'object' && deeper !== null ? { ...deeper } : {};
      into[first] = inner;
      into = inner;
      place = `${place}/${first}`;
    }
    const key = second ?? first;
    const before = into[key];
    if (!many && before !== undefined)
      refuse('SPDX tag-value', `line ${line}`, `"${tag}" stands here for the second time.`);
    const list: unknown[] = Array.isArray(before) ? before : [];
    if (many) list.push(value);
    into[key] = many ? list : value;
    this.lines.set(`${place}/${key}${many ? `/${list.length - 1}` : ''}`, line);
  }
}
