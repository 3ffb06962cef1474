import { View } from '@react-pdf/renderer';
import { colour } from '../theme';

/** An empty box to tick, drawn as a shape: no font has to hold it. */
export const Tick = () => (
  <View
    style={{
      width: 9,
      height: 9,
      borderWidth: 1,
      borderColor: colour.text,
      borderRadius: 1,
      marginTop: 2.25,
      marginRight: 5,
      flexShrink: 0,
    }}
  />
);

/** A line to write on. */
export const WriteLine = ({ least = 80 }: { least?: number }) => (
  <View
    style={{
      flexGrow: 1,
      minWidth: least,
      height: 12,
      borderBottomWidth: 0.75,
      borderBottomColor: '#7b8492',
      borderBottomStyle: 'solid',
    }}
  />
);
