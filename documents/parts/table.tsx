import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { plain, type Slot } from '../document';
import { colour, size, textWidth } from '../theme';
import { Line, Words } from './text';

export interface Column {
  title: string;
  /** Share of the width. */
  share: number;
}

/** Words, or something drawn; `text` is what is drawn, so that the height of the row can be judged. */
export type Cell = Slot | { element: ReactNode; text: string };

const cellText = { fontSize: size.small, lineHeight: 1.32 };

function isElement(cell: Cell): cell is { element: ReactNode; text: string } {
  return typeof cell === 'object' && 'element' in cell;
}

const wordsOf = (cell: Cell) => (isElement(cell) ? cell.text : plain(cell));

const PADDING = 4;
/** Lines above which a row may be split over two pages. */
const TALL = 30;
/** A table of at most so many lines is kept on one page. */
const SMALL = 26;

/** How many lines a text takes in a width (points), at a guess that is rather too high. */
function linesIn(text: string, width: number): number {
  const letter = cellText.fontSize * (/[\u2e80-\u{10ffff}]/u.test(text) ? 1 : 0.6);
  const inLine = Math.max(1, Math.floor(width / letter));
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / inLine)), 0);
}

/** A table with thin rules; its head is repeated on every page, a row is split only when it is tall. */
export const Table = ({ columns, rows, least = 0 }: { columns: Column[]; rows: Cell[][]; least?: number }) => {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (textWidth * column.share) / shares - 2 * PADDING);
  /** Letters that fit each column: a longer word is broken. */
  const fits = widths.map((width) => Math.floor(width / (cellText.fontSize * 0.58)));
  const lines = rows.map((row) => Math.max(1, ...row.map((cell, place) => linesIn(wordsOf(cell), widths[place] ?? 1))));
  return (
    <View wrap={lines.reduce((sum, count) => sum + count, 0) > SMALL} style={{ marginBottom: 6 }}>
      {/* The smallest presence forbids a break right below: a head never stands alone at the foot of a page. */}
      <View fixed minPresenceAhead={1} style={headStyle}>
        {columns.map((column, place) => (
          <View key={column.title} style={{ flex: column.share, ...cellStyle }}>
            <Line style={{ ...cellText, fontWeight: 700 }} fits={fits[place]}>
              {column.title}
            </Line>
          </View>
        ))}
      </View>
      {rows.map((row, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          key={index}
          wrap={(lines[index] ?? 0) > TALL}
          style={{ ...rowStyle, minHeight: least }}
        >
          {columns.map((column, place) => (
            <View key={column.title} style={{ flex: column.share, ...cellStyle }}>
              <CellContent cell={row[place] ?? ''} fits={fits[place]} />
            </View>
          ))}
        </View>
      ))}
    </View>
  );
};

const cellStyle = { paddingVertical: 2, paddingHorizontal: PADDING };
const rowStyle = { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colour.rule } as const;
const headStyle = {
  flexDirection: 'row',
  backgroundColor: colour.faint,
  borderBottomWidth: 0.75,
  borderBottomColor: '#8b95a3',
} as const;

const CellContent = ({ cell, fits }: { cell: Cell; fits: number | undefined }) =>
  isElement(cell) ? (
    cell.element
  ) : (
    <Line style={cellText} fits={fits}>
      <Words>{cell}</Words>
    </Line>
  );
