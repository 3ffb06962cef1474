import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { plain, type Slot } from '../../document';
import type { LetterBase } from '../letter-model';
import { SignatoryBlock } from '../signatory';
import { Bullets, Heading, Line, P, Small, Words } from '../text';
import { useTheme } from '../themed';
import { Together } from '../together';

/** The one call to action, before anything else: the first line in bold, then what belongs to it. */
export const AskBox = ({ ask, also = [] }: { ask: string; also?: string[] }) => {
  const { colour } = useTheme();
  return (
    <Together
      of={[ask, also]}
      style={{
        borderLeftWidth: 3,
        borderLeftColor: colour.accent,
        backgroundColor: colour.faint,
        paddingHorizontal: 9,
        paddingVertical: 5,
        marginBottom: 6,
      }}
    >
      <Line style={{ fontWeight: 700 }}>{ask}</Line>
      {also.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Together>
  );
};

export const Paragraphs = ({ of }: { of: Slot[] }) => (
  <>
    {of.map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
      <P key={index}>
        <Words>{paragraph}</Words>
      </P>
    ))}
  </>
);

/** Label and value in two columns under a heading; nothing where there is none. */
export const Labelled = ({ heading, entries }: { heading: string; entries: { label: string; value: Slot }[] }) => {
  const { colour, narrow } = useTheme();
  if (entries.length === 0) return null;
  return (
    <Together of={entries} most={900}>
      <Heading>{heading}</Heading>
      <View style={{ marginBottom: 5 }}>
        {entries.map((entry, index) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
            key={index}
            style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1 }}
          >
            <Line style={{ width: narrow ? 150 : 116, paddingRight: 6, color: colour.quiet }}>{entry.label}</Line>
            <Line style={{ flex: 1 }}>
              <Words>{entry.value}</Words>
            </Line>
          </View>
        ))}
      </View>
    </Together>
  );
};

/** A heading over a list, kept together; nothing where the list is empty. */
export const Listed = ({ heading, items, level = 2 }: { heading: string; items: Slot[]; level?: 2 | 3 }) =>
  items.length === 0 ? null : (
    <Together of={items}>
      <Heading level={level}>{heading}</Heading>
      <Bullets items={items} />
    </Together>
  );

/** A heading over a table or other content that says for itself how it may be split. */
export const Section = ({ heading, lead, children }: { heading: string; lead?: string; children: ReactNode }) => (
  <>
    <Heading>{heading}</Heading>
    {lead ? <P withNext>{lead}</P> : null}
    {children}
  </>
);

interface SignedProps {
  model: LetterBase;
  /** What stands right above the closing words: they and the signature never stand alone on a page. */
  last: { heading: string; items: Slot[]; level?: 2 | 3 };
}

/** The last list of the letter, closing words, signature and, below it, the small print. */
export const Signed = ({ model, last }: SignedProps) => (
  <Together of={[last.items, model.closing, plain(model.signatory.name), model.signatory.meaning, model.basis]}>
    <Listed {...last} />
    <P style={{ marginTop: 4, marginBottom: 0 }}>{model.closing}</P>
    <SignatoryBlock signatory={model.signatory} />
    {model.basis.map((sentence, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
      <Small key={index}>{sentence}</Small>
    ))}
  </Together>
);
