import { Path, Svg, View } from '@react-pdf/renderer';
import { shorten } from '../document';
import { type Mark, marks, size } from '../theme';
import { Line } from './text';

const SIDE = 7;
const outlines: Record<(typeof marks)[Mark]['shape'], string> = {
  ring: 'M3.5 .8a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 1 1 0-5.4z',
  square: 'M1 1h5v5h-5z',
  arrow: 'M1.2 .8l4.8 2.7l-4.8 2.7z',
  triangle: 'M3.5 .8l3.1 5.4h-6.2z',
  diamond: 'M3.5 .3l3.2 3.2l-3.2 3.2l-3.2-3.2z',
  block: 'M.6 .6h5.8v5.8h-5.8z',
  half: 'M3.5 .8a2.7 2.7 0 1 0 0 5.4z',
  disc: 'M3.5 .6a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8z',
};
const hollow = new Set(['ring', 'square']);

const Shape = ({ mark }: { mark: Mark }) => {
  const { shape, ink } = marks[mark];
  return (
    <Svg width={SIDE} height={SIDE} viewBox="0 0 7 7" style={{ marginRight: 3, marginTop: 2.5, flexShrink: 0 }}>
      {shape === 'half' ? <Path d={outlines.ring} fill="none" stroke={ink} strokeWidth={0.8} /> : null}
      <Path
        d={outlines[shape]}
        fill={hollow.has(shape) ? 'none' : ink}
        stroke={hollow.has(shape) ? ink : 'none'}
        strokeWidth={0.8}
      />
    </Svg>
  );
};

/** A tier or a state: word, shape and tint. A range reads "record … recertify" and carries the shape of "open". */
export const TierBadge = ({ mark, word }: { mark: Mark; word: string }) => (
  <View
    style={{
      flexDirection: 'row',
      alignSelf: 'flex-start',
      backgroundColor: marks[mark].ground,
      borderWidth: 0.75,
      borderColor: marks[mark].edge,
      borderRadius: 2.5,
      paddingHorizontal: 4,
      paddingBottom: 0.5,
      maxWidth: '100%',
    }}
  >
    <Shape mark={mark} />
    <Line style={{ fontSize: size.small, lineHeight: 1.45, color: marks[mark].ink, fontWeight: 700, flexShrink: 1 }}>
      {shorten(word, 60)}
    </Line>
  </View>
);

/**
 * The badge of a tier or of the range from the mildest to the strictest still possible. What is not counted, because it
 * is a forecast or because nobody can say yet whether it applies, says so.
 */
export function badgeOf({ from, to, counted }: { from: Mark; to: Mark; counted: boolean }): {
  mark: Mark;
  word: string;
} {
  const word = from === to ? from : `${from} … ${to}`;
  if (!counted) return { mark: 'none', word: `not counted: ${word}` };
  return { mark: from === to ? from : 'open', word };
}
