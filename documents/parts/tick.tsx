import { View } from '@react-pdf/renderer';
import { quarter } from '../theme';
import { useTheme } from './themed';

/** An empty box to tick, drawn as a shape: no font has to hold it. */
export const Tick = () => {
  const { colour, tick } = useTheme();
  return (
    <View
      style={{
        width: tick,
        height: tick,
        borderWidth: 1,
        borderColor: colour.text,
        borderRadius: 1,
        marginTop: quarter(tick / 4),
        marginRight: 5,
        flexShrink: 0,
      }}
    />
  );
};

/** A line to write on. */
export const WriteLine = ({ least = 80 }: { least?: number }) => {
  const { edge, size } = useTheme();
  return (
    <View
      style={{
        flexGrow: 1,
        minWidth: least,
        height: Math.max(12, quarter(size.body * 1.1)),
        borderBottomWidth: 0.75,
        borderBottomColor: edge,
        borderBottomStyle: 'solid',
      }}
    />
  );
};
