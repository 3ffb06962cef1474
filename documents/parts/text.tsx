import { Text, View } from '@react-pdf/renderer';
import type { ComponentProps, ReactNode } from 'react';
import type { Slot } from '../document';
import { breakingAt } from '../fonts/breaks';
import { leading, quarter, type Theme } from '../theme';
import { useTheme } from './themed';

type Style = Exclude<NonNullable<ComponentProps<typeof View>['style']>, unknown[]>;

/** What a style leaves open, and a line height that adds up exactly. */
function complete({ size, lead, colour }: Theme, style: Style | undefined, own: Style = {}): Style {
  const all = { fontSize: size.body, lineHeight: lead, color: colour.text, ...own, ...style };
  return { ...all, lineHeight: leading(Number(all.fontSize), Number(all.lineHeight)) };
}

/** The words of a slot, as an inline part of a text. A blank to fill in stands in brackets and on a tint. */
export const Words = ({ children }: { children: Slot }) => {
  const { colour } = useTheme();
  return typeof children === 'string' ? (
    children
  ) : (
    <Text style={{ backgroundColor: colour.blank, color: colour.text }}>{`[${children.blank}]`}</Text>
  );
};

/** A paragraph; `withNext` keeps it on the page of what follows. Two lines at least stay together on a page. */
export const P = ({
  children,
  style,
  withNext = false,
}: {
  children: ReactNode;
  style?: Style;
  withNext?: boolean;
}) => (
  <Text
    style={complete(useTheme(), style, { marginBottom: 5 })}
    orphans={2}
    widows={2}
    {...(withNext ? { minPresenceAhead: 1 } : {})}
  >
    {children}
  </Text>
);

/** A line without space below; `fits` is how many letters its width holds, where that is few. */
export const Line = ({ children, style, fits }: { children: ReactNode; style?: Style; fits?: number | undefined }) => (
  <Text style={complete(useTheme(), style)} {...(fits === undefined ? {} : { hyphenationCallback: breakingAt(fits) })}>
    {children}
  </Text>
);

/** Small print beside a claim: where it comes from, how sure it is. */
export const Small = ({ children, style }: { children: ReactNode; style?: Style }) => {
  const theme = useTheme();
  return (
    <Text style={complete(theme, style, { fontSize: theme.size.small, color: theme.colour.quiet })}>{children}</Text>
  );
};

/** Heading of a section; it is never left alone at the foot of a page. `mark` also makes a bookmark. */
export const Heading = ({ children, level = 2, keep = 12 }: { children: string; level?: 2 | 3; keep?: number }) => {
  const theme = useTheme();
  const { size, colour } = theme;
  return (
    <View minPresenceAhead={keep} {...(level === 2 ? { bookmark: children } : {})}>
      <Text
        style={complete(theme, {
          fontWeight: 700,
          fontSize: level === 2 ? size.heading : size.body,
          color: level === 2 ? colour.accent : colour.text,
          marginTop: level === 2 ? 8 : 4,
          marginBottom: level === 2 ? 3 : 2,
        })}
      >
        {children}
      </Text>
    </View>
  );
};

/** A list with round points drawn as shapes. */
export const Bullets = ({ items, note = false }: { items: Slot[]; note?: boolean }) => {
  const { size, colour } = useTheme();
  const fontSize = note ? size.note : size.body;
  const dot = quarter(fontSize * 0.29);
  return (
    <View style={{ marginBottom: 4 }}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
        <View key={index} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1.5 }}>
          <View
            style={{
              width: dot,
              height: dot,
              borderRadius: dot / 2,
              backgroundColor: colour.quiet,
              marginTop: quarter(fontSize * 0.52),
              marginLeft: 3,
              marginRight: 7,
            }}
          />
          <View style={{ flex: 1 }}>
            <Line style={{ fontSize }}>
              <Words>{item}</Words>
            </Line>
          </View>
        </View>
      ))}
    </View>
  );
};
