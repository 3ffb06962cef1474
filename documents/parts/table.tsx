import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Slot } from '../document';
import { colour, size } from '../theme';
import { Line, Words } from './text';
import { bulk } from './together';

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

const textOf = (cell: Cell) => (isElement(cell) ? cell.text : cell);

/** Room a text takes in a cell (characters) above which its row may be split over two pages. */
const TALL = 500;
/** A table of few rows and little text is kept on one page. */
const FEW = 7;
const SMALL = 1200;

/** A table with thin rules; its head is repeated on every page, a row is split only when it is tall. */
export const Table = ({ columns, rows, least = 0 }: { columns: Column[]; rows: Cell[][]; least?: number }) => (
  <View wrap={rows.length > FEW || bulk(rows.flat().map(textOf)) > SMALL} style={{ marginBottom: 6 }}>
    {/* The smallest presence forbids a break right below: a head never stands alone at the foot of a page. */}
    <View
      fixed
      minPresenceAhead={1}
      style={{
        flexDirection: 'row',
        backgroundColor: colour.faint,
        borderBottomWidth: 0.8,
        borderBottomColor: '#8b95a3',
      }}
    >
      {columns.map((column) => (
        <View key={column.title} style={{ flex: column.share, paddingVertical: 2, paddingHorizontal: 4 }}>
          <Line style={{ ...cellText, fontWeight: 700 }}>{column.title}</Line>
        </View>
      ))}
    </View>
    {rows.map((row, index) => (
      <View
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
        key={index}
        wrap={row.some((cell) => bulk(textOf(cell)) > TALL)}
        style={{ flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colour.rule, minHeight: least }}
      >
        {columns.map((column, place) => {
          const cell = row[place] ?? '';
          return (
            <View key={column.title} style={{ flex: column.share, paddingVertical: 2, paddingHorizontal: 4 }}>
              {isElement(cell) ? (
                cell.element
              ) : (
                <Line style={cellText}>
                  <Words>{cell}</Words>
                </Line>
              )}
            </View>
          );
        })}
      </View>
    ))}
  </View>
);
