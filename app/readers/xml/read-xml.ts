/** Reads XML piece by piece, within limits. Names of elements come with their namespace. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LIMITS, type Out, refuse } from '../reader';

export type XmlTag = SaxesTagNS;

export interface XmlHandlers {
  open?(tag: XmlTag, line: number): void;
  /** Text between two tags. May come in several pieces. */
  text?(text: string): void;
  close?(tag: XmlTag): void;
}

export const XML_LIMITS = { elements: 4_000_000, attributes: 200 } as const;

const PIECE = 1 << 16;

export interface XmlOptions {
  /** Puts the name of a part before a place in it. */
  where?: (place: string) => string;
  /** Most elements; a file that is never whole in memory is bounded by its bytes alone. */
  elements?: number;
}

/** A reader that takes pieces of a text as they come. */
export function xmlReader(handlers: XmlHandlers, { where = (place) => place, elements: most }: XmlOptions = {}) {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let pending = '';
  const place = () => where(`line ${parser.line}`);
  const flush = () => {
    if (pending) handlers.text?.(pending);
    pending = '';
  };
  const text = (more: string) => {
    if (pending.length + more.length > LIMITS.text) {
      refuse('limit', place(), `A text is longer than ${LIMITS.text.toLocaleString('en-GB')} characters.`);
    }
    pending += more;
  };
  parser.on('doctype', () => refuse('XML', place(), 'The file declares a document type. It is refused.'));
  parser.on('error', (error) => refuse('XML', place(), `It is not well-formed XML: ${inWords(error.message)}.`));
  parser.on('opentagstart', ({ name }) => {
    flush();
    attributes = 0;
    depth += 1;
    elements += 1;
    if (depth > LIMITS.nesting) {
      refuse(
        'limit',
        place(),
        `Elements stand in each other more than ${LIMITS.nesting} deep (at ${name.slice(0, 60)}).`,
      );
    }
    if (elements > (most ?? Number.POSITIVE_INFINITY)) {
      refuse('limit', place(), `It has more than ${most?.toLocaleString('en-GB')} elements.`);
    }
  });
  parser.on('attribute', ({ value }) => {
    attributes += 1;
    if (attributes > XML_LIMITS.attributes) {
      refuse('limit', place(), `An element has more than ${XML_LIMITS.attributes} attributes.`);
    }
    if (value.length > LIMITS.text) {
      refuse('limit', place(), `A value is longer than ${LIMITS.text.toLocaleString('en-GB')} characters.`);
    }
  });
  parser.on('opentag', (tag) => handlers.open?.(tag, parser.line));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => {
    flush();
    depth -= 1;
    handlers.close?.(tag);
  });
  return {
    write: (piece: string) => void parser.write(piece),
    end: () => void parser.close(),
  };
}

/** Reads a whole text, lets others work in between, and stops when nobody wants the result. */
export async function readXml(text: string, handlers: XmlHandlers, out: Pick<Out, 'progress' | 'checkCancelled'>) {
  if (text.trim() === '') refuse('XML', '', 'The file is empty.');
  const reader = xmlReader(handlers, { elements: XML_LIMITS.elements });
  for (let at = 0; at < text.length; at += PIECE) {
    reader.write(text.slice(at, at + PIECE));
    if ((at / PIECE) % 16 === 0) {
      out.checkCancelled();
      out.progress(at);
      await new Promise((go) => setImmediate(go));
    }
  }
  reader.end();
}

/** The parser puts the place in front of what it says; the place stands elsewhere here. */
const inWords = (message: string): string =>
  message
    .replace(/^(?:undefined|\d+:\d+): ?/, '')
    .replace(/\.$/, '')
    .slice(0, 200);
