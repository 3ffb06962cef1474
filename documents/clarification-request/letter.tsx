import type { Frame } from '../document';
import { AskingFrame } from '../parts/letter/asking-frame';
import { Section } from '../parts/letter/pieces';
import { Line, Small } from '../parts/text';
import { useTheme } from '../parts/themed';
import { Together } from '../parts/together';
import type { ClarificationRequest, QuotedSide } from './model';

const Side = ({ side, number }: { side: QuotedSide; number: number }) => {
  const { colour } = useTheme();
  return (
    <Together
      of={side}
      style={{ borderLeftWidth: 1.5, borderLeftColor: colour.text, paddingLeft: 9, marginBottom: 7, marginTop: 2 }}
    >
      <Line style={{ fontWeight: 700 }}>{`Statement ${number}: ${side.where}`}</Line>
      <Line>{`“${side.quotation}”`}</Line>
      <Small>
        {[side.page ? `Page ${side.page}.` : '', side.said ? `We read it as: ${side.said}.` : '']
          .filter(Boolean)
          .join(' ')}
      </Small>
    </Together>
  );
};

/** Quotes two statements that cannot both be right, and asks which one holds. */
export const ClarificationRequestDocument = ({ model, frame }: { model: ClarificationRequest; frame: Frame }) => (
  <AskingFrame
    model={model}
    frame={frame}
    about="Request to clarify contradicting statements about a medical device"
    proposalHeading="What it is about"
  >
    {model.sides.length === 0 ? null : (
      <Section heading={model.about ? `The statements on ${model.about}` : 'The statements'}>
        {model.sides.map((side, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
          <Side key={index} side={side} number={index + 1} />
        ))}
      </Section>
    )}
  </AskingFrame>
);
