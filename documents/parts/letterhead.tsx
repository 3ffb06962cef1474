import { Image, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Slot } from '../document';
import { Line, Small, Words } from './text';
import { useTheme } from './themed';

/** The organisation's own logo. Never a protected mark that is not its own; none is shipped. */
export interface Logo {
  /** `data:image/png;base64,…` or `data:image/jpeg;base64,…` */
  data: string;
  alt: string;
}

const LOGO = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/;

/** Label and value at the top right: our reference, date, version. */
export type ReferenceLine = { label: string; value: Slot };

/** Who writes: logo slot, name and address on the left; reference and date on the right. */
export const Letterhead = ({
  organisation,
  lines,
  logo,
  references,
  underReferences,
  children,
}: {
  organisation: Slot;
  lines: Slot[];
  logo?: Logo | undefined;
  references: ReferenceLine[];
  /** Below the references: what to do with them. */
  underReferences?: ReactNode;
  /** Below the sender: to whom it goes. */
  children?: ReactNode;
}) => {
  const { colour, size, narrow } = useTheme();
  return (
    <View style={{ flexDirection: narrow ? 'column' : 'row', alignItems: 'flex-start', marginBottom: 8 }}>
      <View style={narrow ? { width: '100%', marginBottom: 8 } : { flex: 1, paddingRight: 20 }}>
        {logo && LOGO.test(logo.data) ? (
          <View style={{ height: 42, width: 170, marginBottom: 6 }}>
            <Image src={logo.data} style={{ height: 42, objectFit: 'contain', objectPositionX: 0 }} />
          </View>
        ) : null}
        <Line style={{ fontWeight: 700, fontSize: size.heading }}>
          <Words>{organisation}</Words>
        </Line>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          <Line key={index} style={{ fontSize: size.note }}>
            <Words>{line}</Words>
          </Line>
        ))}
        {children}
      </View>
      <View style={{ width: narrow ? '100%' : 178 }}>
        {references.map((reference) => (
          <View key={reference.label} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1 }}>
            <Small style={{ width: narrow ? 124 : 66, marginTop: narrow ? 0 : 1 }}>{reference.label}</Small>
            <Line style={{ flex: 1, fontSize: size.note, color: colour.text }}>
              <Words>{reference.value}</Words>
            </Line>
          </View>
        ))}
        {underReferences}
      </View>
    </View>
  );
};
