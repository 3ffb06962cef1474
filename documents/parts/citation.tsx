import { View } from '@react-pdf/renderer';
import { colour, size } from '../theme';
import { Line, Small } from './text';

/** A place in a published document and how sure the statement is, in words. */
export interface Citation {
  text: string;
  /** "seen in source", "derived", "interpretation", "from memory" */
  confidence: string;
}

/** The source of a claim, small beside it, with the confidence in a frame of its own. */
export const CitationText = ({ citation }: { citation: Citation }) => (
  <View>
    <Small style={{ lineHeight: 1.32, color: colour.text }}>{citation.text}</Small>
    <ConfidenceBadge words={citation.confidence} />
  </View>
);

export const ConfidenceBadge = ({ words }: { words: string }) => (
  <View
    style={{
      alignSelf: 'flex-start',
      borderWidth: 0.5,
      borderColor: '#9aa3af',
      borderRadius: 2,
      paddingHorizontal: 3,
      marginTop: 1,
    }}
  >
    <Line style={{ fontSize: size.foot, lineHeight: 1.35, color: colour.text }}>{words}</Line>
  </View>
);

/** A numbered list of documents that are cited, each once. */
export const CitationList = ({ items }: { items: string[] }) => (
  <View>
    {items.map((item, index) => (
      <View key={item} style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 1.5 }}>
        <Small style={{ width: 18 }}>{`${index + 1}.`}</Small>
        <Small style={{ flex: 1, color: colour.text }}>{item}</Small>
      </View>
    ))}
  </View>
);
