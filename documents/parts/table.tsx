import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { plain, type Slot } from '../document';
import { type Theme, textWidth } from '../theme';
import { Line, Words } from './text';
import { useTheme } from './themed';
import { WriteLine } from './tick';
import { Together } from './together';

export interface Column {
  title: string;
  /** Share of the width. */
  share: number;
}

/** Words, or something drawn; `text` is what is drawn, so that the height of the row can be judged. */
export type Cell = Slot | { element: ReactNode; text: string };

const cellText = ({ size }: Theme) => ({ fontSize: size.small, lineHeight: 1.32 });

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
function linesIn(text: string, width: number, fontSize: number): number {
  const letter = fontSize * (/[\u2e80-\u{10ffff}]/u.test(text) ? 1 : 0.6);
  const inLine = Math.max(1, Math.floor(width / letter));
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / inLine)), 0);
}

interface TableProps {
  columns: Column[];
  rows: Cell[][];
  /** Least height of a row, where somebody is to write in it. */
  least?: number;
  /** Its cells are numbers: it stays a table in every theme. */
  narrowCells?: boolean;
  /** Points; the width of the text unless told. */
  width?: number;
}

/**
 * A table with thin rules; its head is repeated on every page, a row is split only when it is tall. Where the theme has
 * no room for so many columns, each row is a block of its own.
 */
export const Table = ({ columns, rows, least = 0, narrowCells = false, width: whole = textWidth }: TableProps) => {
  const theme = useTheme();
  if (columns.length > theme.mostColumns && !narrowCells) return <Blocks columns={columns} rows={rows} />;
  const { fontSize } = cellText(theme);
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (whole * column.share) / shares - 2 * PADDING);
  /** Letters that fit each column: a longer word is broken. */
  const fits = widths.map((width) => Math.floor(width / (fontSize * 0.58)));
  const lines = rows.map((row) =>
    Math.max(1, ...row.map((cell, place) => linesIn(wordsOf(cell), widths[place] ?? 1, fontSize))),
  );
  return (
    <View wrap={lines.reduce((sum, count) => sum + count, 0) > SMALL / theme.room} style={{ marginBottom: 6 }}>
      {/* The smallest presence forbids a break right below: a head never stands alone at the foot of a page. */}
      <View fixed minPresenceAhead={1} style={headStyle(theme)}>
        {columns.map((column, place) => (
          <View key={column.title} style={{ flex: column.share, ...cellStyle }}>
            <Line style={{ ...cellText(theme), fontWeight: 700 }} fits={fits[place]}>
              {column.title}
            </Line>
          </View>
        ))}
      </View>
      {rows.map((row, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          key={index}
          wrap={(lines[index] ?? 0) > TALL / theme.room}
          style={{ ...rowStyle(theme), minHeight: least }}
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

/** The same rows for large print: the first cell as a heading, the others below it, each after its head. */
const Blocks = ({ columns, rows }: { columns: Column[]; rows: Cell[][] }) => {
  const theme = useTheme();
  const { colour } = theme;
  return (
    <View style={{ marginBottom: 6 }}>
      {rows.map((row, index) => (
        <Together
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          key={index}
          of={[row.map(wordsOf), columns]}
          style={{ borderTopWidth: 0.75, borderTopColor: theme.edge, paddingVertical: 4 }}
        >
          {columns.map((column, place) => {
            const cell = row[place] ?? '';
            return (
              <View key={column.title} style={{ flexDirection: 'row', alignItems: 'flex-start' }}>
                <Line style={{ ...cellText(theme), color: colour.quiet, width: 150, paddingRight: 8 }}>
                  {column.title}
                </Line>
                <View style={{ flex: 1 }}>
                  {wordsOf(cell) === '' && !isElement(cell) ? <WriteLine /> : <CellContent cell={cell} fits={30} />}
                </View>
              </View>
            );
          })}
        </Together>
      ))}
    </View>
  );
};

const cellStyle = { paddingVertical: 2, paddingHorizontal: PADDING };
const rowStyle = ({ colour }: Theme) =>
  ({ flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colour.rule }) as const;
const headStyle = ({ colour, edge }: Theme) =>
  ({
    flexDirection: 'row',
    backgroundColor: colour.faint,
    borderBottomWidth: 0.75,
    borderBottomColor: edge,
  }) as const;

const CellContent = ({ cell, fits }: { cell: Cell; fits: number | undefined }) => {
  const theme = useTheme();
  return isElement(cell) ? (
    cell.element
  ) : (
    <Line style={cellText(theme)} fits={fits}>
      <Words>{cell}</Words>
    </Line>
  );
};
