import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { dateInWords, type Frame, plain } from '../../document';
import type { LetterBase } from '../letter-model';
import { Letterhead } from '../letterhead';
import { PageShell } from '../page-shell';
import { Line, P, Small, Words } from '../text';
import { useTheme } from '../themed';
import { Together } from '../together';

/** What changed against the version before: above everything else, so that nobody has to compare two letters. */
const Correction = ({ corrects, version }: { corrects: NonNullable<LetterBase['corrects']>; version: string }) => {
  const { colour } = useTheme();
  return (
    <Together
      of={corrects}
      style={{
        borderWidth: 1,
        borderColor: colour.text,
        paddingHorizontal: 9,
        paddingVertical: 5,
        marginBottom: 10,
      }}
    >
      <Line style={{ fontWeight: 700 }}>{`This is ${version}. It replaces ${corrects.version}. What changed:`}</Line>
      <Line>{corrects.whatChanged}</Line>
    </Together>
  );
};

const Recipient = ({ recipient }: { recipient: LetterBase['recipient'] }) => (
  <View style={{ marginTop: 12 }}>
    <Line>
      <Words>{recipient.name}</Words>
    </Line>
    {recipient.lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
      <Line key={index}>
        <Words>{line}</Words>
      </Line>
    ))}
  </View>
);

const Subject = ({ parts }: { parts: LetterBase['subject'] }) => {
  const { size } = useTheme();
  return (
    <P style={{ fontWeight: 700, fontSize: size.heading, marginBottom: 6 }}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
        <Words key={index}>{part}</Words>
      ))}
    </P>
  );
};

/**
 * The frame of every letter: foot and properties of the file, what a correction changed, who writes to whom under which
 * reference, salutation, and the subject as the main header.
 * @param about what the letter is, for the properties of the file
 */
export const LetterPage = ({
  model,
  frame,
  about,
  children,
}: {
  model: LetterBase;
  frame: Frame;
  about: string;
  children: ReactNode;
}) => (
  <PageShell
    frame={frame}
    shell={{
      title: `${plain(model.reference)}: ${model.subject.map(plain).join('')}`,
      subject: about,
      author: plain(model.sender.organisation),
      language: model.language,
      reference: plain(model.reference),
      version: model.version,
      mark: model.mark,
    }}
  >
    {model.corrects ? <Correction corrects={model.corrects} version={model.version} /> : null}
    <Letterhead
      organisation={model.sender.organisation}
      lines={model.sender.lines}
      logo={model.sender.logo}
      references={[
        { label: 'Our reference', value: model.reference },
        ...(model.yourReference ? [{ label: 'Your reference', value: model.yourReference }] : []),
        { label: 'Date', value: dateInWords(model.date) },
        { label: 'Version', value: model.version },
        ...model.contact,
      ]}
      underReferences={<Small>Please quote our reference.</Small>}
    >
      <Recipient recipient={model.recipient} />
    </Letterhead>
    <P>
      <Words>{model.salutation}</Words>
    </P>
    <Subject parts={model.subject} />
    {children}
  </PageShell>
);
