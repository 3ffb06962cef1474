import { View } from '@react-pdf/renderer';
import type { ComponentProps, ReactNode } from 'react';
import { useTheme } from './themed';

type Style = NonNullable<ComponentProps<typeof View>['style']>;

/**
 * How much room the texts in a value take, in characters; a line break counts as a line.
 * A block that may not be split must fit a page, so whoever keeps texts together asks this first.
 */
export function bulk(value: unknown): number {
  if (typeof value === 'string') return value.length + 70 * (value.split('\n').length - 1);
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + bulk(entry), 0);
  if (typeof value === 'object' && value !== null) return bulk(Object.values(value));
  return 0;
}

const MOST = 1300;

interface TogetherProps {
  of: unknown;
  /** Room that fits a page; less for a narrow block. */
  most?: number;
  style?: Style;
  children: ReactNode;
}

/** Keeps its children on one page, unless the texts in `of` are too long for that. */
export const Together = ({ of, most = MOST, style, children }: TogetherProps) => {
  const { room } = useTheme();
  return (
    <View wrap={bulk(of) > most / room} style={style ?? {}}>
      {children}
    </View>
  );
};
