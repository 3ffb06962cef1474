import { View } from '@react-pdf/renderer';
import type { Slot } from '../document';
import { Line, Small, Words } from './text';
import { useTheme } from './themed';
import { Together } from './together';

/** Somebody who signs, and what the signature means. */
export interface Signatory {
  name: Slot;
  role: Slot;
  meaning: string;
}

/** Space for one signature: line, name, role, date, meaning. Kept together. */
export const SignatoryBlock = ({ signatory, width = '72%' }: { signatory: Signatory; width?: string }) => {
  const { colour, size, narrow } = useTheme();
  const lines = narrow ? '100%' : width;
  return (
    <Together of={signatory} most={400} style={{ marginTop: 4, marginBottom: 6 }}>
      <View style={{ flexDirection: 'row', alignItems: 'flex-end', height: 27, width: lines, marginBottom: 3 }}>
        <View style={{ flex: 3, borderBottomWidth: 0.75, borderBottomColor: colour.text, marginRight: 10 }} />
        <View style={{ flex: 1.4, borderBottomWidth: 0.75, borderBottomColor: colour.text }} />
      </View>
      <View style={{ flexDirection: 'row', alignItems: 'flex-start', width: lines }}>
        <Small style={{ flex: 3, marginRight: 10 }}>signature</Small>
        <Small style={{ flex: 1.4 }}>date</Small>
      </View>
      <Line style={{ fontWeight: 700, fontSize: size.body }}>
        <Words>{signatory.name}</Words>
      </Line>
      <Line>
        <Words>{signatory.role}</Words>
      </Line>
      <Small>{signatory.meaning}</Small>
    </Together>
  );
};
