import { P, Small } from './text';
import { useTheme } from './themed';

/** What a record that is not a letter is called: a line above, and the title. */
export const Title = ({ over, children }: { over: string; children: string }) => {
  const { size } = useTheme();
  return (
    <>
      <Small style={{ fontSize: size.note }}>{over}</Small>
      <P style={{ fontSize: size.title, fontWeight: 700, lineHeight: 1.25, marginBottom: 6 }}>{children}</P>
    </>
  );
};
