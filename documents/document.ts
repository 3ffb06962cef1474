/** What every printed document is made with: its words and the frame that the renderer adds around them. */
import type { DocumentProps } from '@react-pdf/renderer';
import type { PDFDocument } from 'pdf-lib';
import type { ReactElement } from 'react';
import type { ReplyForm } from '../app/features/letters/reply-form';
import type { ThemeName } from './parts/letter-model';

/** A place that somebody has still to fill in; printed as a marked blank, never guessed. */
export interface Blank {
  blank: string;
}
export type Slot = string | Blank;

/** Added when a document is rendered; the same for the same model and date. */
export interface Frame {
  /** The date that stands in the file's properties. */
  issuedAt: Date;
  /** SHA-256 (hex) of the canonical model: the file's own hash cannot stand inside it. */
  contentSha256: string;
  /** Font families this document needs, in the order in which they are tried. */
  families: string[];
  /** Texts too long for their place, printed whole at the end. */
  longTexts: { number: number; text: string }[];
  theme: ThemeName;
  /** Page of each entry of the contents, once they are known; absent where a kind has none. */
  contents?: readonly number[];
  /** Characters no font of ours can draw ("U+1F600"), printed as U+FFFD. */
  unprintable: string[];
}

/** A document of the catalogue. `M` is its own model: plain JSON, frozen with the record, no table types, no clock. */
export interface DocumentDefinition<M> {
  component: (props: { model: M; frame: Frame }) => ReactElement<DocumentProps>;
  samples: Record<string, { model: M; issuedAt: string }>;
  /** Proposed name of the file, without folder. */
  fileName: (model: M) => string;
  /** The questions to embed as data, where the kind has them; taken from the model as it is, not as it is printed. */
  form?: (model: M) => ReplyForm | undefined;
  /**
   * Titles of the contents, in order. Each is also a bookmark of the first level: the document is laid out once to learn
   * on which page it stands, and once more with the numbers.
   */
  contents?: (model: M) => string[];
  /** Additions that only a finished file can take: fields to fill in. */
  finish?: (pdf: PDFDocument, model: M) => void | Promise<void>;
}

/** A slot as plain text, for titles and file names. */
export function plain(slot: Slot): string {
  return typeof slot === 'string' ? slot : `[${slot.blank}]`;
}

/** "23 November 2026", unambiguous in every country. The date is ISO, without a time. */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name && year && day ? `${day} ${name} ${year}` : iso;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Shortens to at most `most` characters and says so by an ellipsis; never splits a character. */
export function shorten(text: string, most: number): string {
  const signs = Array.from(text.slice(0, 4 * most + 4));
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/** A name for a file: no separators, controls or leading dots, at most 80 characters before the ending. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return `${shorten(cleaned, 80).replace('…', '') || 'document'}.pdf`;
}
