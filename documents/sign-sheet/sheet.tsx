import { View } from '@react-pdf/renderer';
import type { Frame } from '../document';
import { Labelled, Section } from '../parts/letter/pieces';
import { PageShell } from '../parts/page-shell';
import { QrCode } from '../parts/qr-code';
import { Line, P, Small } from '../parts/text';
import { useTheme } from '../parts/themed';
import { Tick, WriteLine } from '../parts/tick';
import { Title } from '../parts/title';
import { Together } from '../parts/together';
import { qrText, type SignSheet } from './model';

const QR_SIDE = 108;

/** Label before a line to write on. */
const Write = ({ label, share = 1, tall = false }: { label: string; share?: number; tall?: boolean }) => (
  <View
    style={{ flex: share, flexDirection: 'row', alignItems: 'flex-end', marginRight: 8, paddingTop: tall ? 14 : 6 }}
  >
    <Small style={{ marginRight: 4 }}>{label}</Small>
    <WriteLine least={30} />
  </View>
);

/** One required place: what the signature may mean, who signs, when, and the line for it. */
const Place = ({ place, n }: { place: SignSheet['places'][number]; n: number }) => {
  const { colour, narrow } = useTheme();
  const row = { flexDirection: narrow ? 'column' : 'row', alignItems: 'stretch' } as const;
  return (
    <Together of={place} style={{ borderTopWidth: 0.75, borderTopColor: colour.rule, paddingTop: 4, marginBottom: 7 }}>
      <Line style={{ fontWeight: 700 }}>{`${n}. ${place.label}${place.decides ? ' – decides' : ''}`}</Line>
      <Small>{`Asked for because: ${place.because.join(' ')}`}</Small>
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', marginTop: 3 }}>
        {place.meanings.map((meaning) => (
          <View
            key={meaning}
            style={{ flexDirection: 'row', alignItems: 'flex-start', marginRight: 12, marginBottom: 2 }}
          >
            <Tick />
            <Line style={{ maxWidth: 460 }}>{meaning}</Line>
          </View>
        ))}
      </View>
      <View style={row}>
        <Write label="Name in capitals" share={2} />
        <Write label="Date" />
        <Write label="Time" />
      </View>
      <View style={row}>
        <Write label="Reason or conditions" />
      </View>
      <View style={row}>
        <Write label="Signature" tall />
      </View>
    </Together>
  );
};

const Head = ({ model }: { model: SignSheet }) => {
  const { colour } = useTheme();
  return (
    <View style={{ flexDirection: 'row', alignItems: 'flex-start' }}>
      <View style={{ flex: 1, paddingRight: 10 }}>
        <Title over={model.organisation}>{`Sheet to sign: ${model.change.reference}`}</Title>
        <P>{model.change.title}</P>
        <Small>SHA-256 of everything that a signature here covers:</Small>
        <Small style={{ color: colour.text }}>{model.snapshotSha256}</Small>
        <Small style={{ marginTop: 4 }}>
          {`Scan the whole sheet and attach it on ${model.address} as “Scan of a signed sheet”. It counts once somebody who can sign in has taken it over. Has the record changed meanwhile, its digest is another one: print and sign anew.`}
        </Small>
      </View>
      <QrCode text={qrText(model)} side={QR_SIDE} />
    </View>
  );
};

/** A sheet on which a change is signed by hand; its scan is attached to the same record. */
export const SignSheetDocument = ({ model, frame }: { model: SignSheet; frame: Frame }) => {
  const round = model.round === null ? 'not put to sign-off' : `round ${model.round}`;
  return (
    <PageShell
      frame={frame}
      shell={{
        title: `Sheet to sign ${model.change.reference}`,
        subject: 'Sheet on which a change to a medical device is signed by hand',
        author: model.organisation,
        language: model.language,
        reference: model.change.reference,
        version: round,
        mark: model.round === null ? 'NOT PUT TO SIGN-OFF' : null,
      }}
    >
      <Head model={model} />
      <Labelled
        heading="What is put forward"
        entries={[
          ...model.putForward,
          { label: 'Printed', value: `${model.printed}; ${round}` },
          ...(model.note ? [{ label: 'Note', value: model.note }] : []),
        ]}
      />
      <Section heading="Signatures">
        <P>
          {`Read the change first. Then tick one meaning, write name, date and time (${model.zone}), and sign by hand.`}
        </P>
        {model.places.length === 0 ? <P>No place is asked for.</P> : null}
        {model.places.map((place, index) => (
          <Place key={place.label} place={place} n={index + 1} />
        ))}
      </Section>
    </PageShell>
  );
};
