import { Document, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { type Frame, shorten } from '../document';
import { leading, page, quarter, type Theme, themes } from '../theme';
import { Heading, P } from './text';
import { Themed, useTheme } from './themed';

/** What the foot of every page and the properties of the file say. */
export interface Shell {
  title: string;
  subject: string;
  author: string;
  /** BCP 47, for readers and screen readers. */
  language: string;
  reference: string;
  version: string;
  /** Printed at the top of every page, for example "DRAFT – not sent"; null once it is approved. */
  mark: string | null;
}

/** Text for the properties of the file. The renderer writes it into XML without escaping: signs of XML are replaced. */
function property(text: string, most: number): string {
  const like: Record<string, string> = { '<': '\u2039', '>': '\u203a', '&': '\uff06' };
  return shorten(text.replace(/[<>&]/g, (sign) => like[sign] ?? '').replace(/\s+/g, ' '), most);
}

/** One paragraph longer than this is set as several: the line breaking of one text is bounded. */
const PIECE = 1800;

function pieces(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    let rest = line;
    while (rest.length > PIECE) {
      const space = rest.lastIndexOf(' ', PIECE);
      let at = space > PIECE / 2 ? space + 1 : PIECE;
      if (/[\udc00-\udfff]/.test(rest.charAt(at))) at += 1;
      parts.push(rest.slice(0, at));
      rest = rest.slice(at);
    }
    parts.push(rest);
  }
  return parts.filter((part) => part.trim() !== '');
}

const footStyle = ({ size, colour }: Theme) => ({
  fontSize: size.foot + 0.5,
  color: colour.quiet,
  lineHeight: leading(size.foot + 0.5),
});

const DraftMark = ({ mark }: { mark: string }) => {
  const { colour, size } = useTheme();
  return (
    <View
      fixed
      style={{
        position: 'absolute',
        zIndex: 2,
        top: 30,
        right: page.margin,
        borderWidth: 1,
        borderColor: colour.text,
        paddingHorizontal: 6,
        paddingTop: 1.5,
      }}
    >
      <Text style={{ fontSize: size.note, fontWeight: 700, color: colour.text }}>{mark}</Text>
    </View>
  );
};

/** The page number is a text of its own: in a row, the renderer would measure it before it has words. */
const Foot = ({ shell, frame }: { shell: Shell; frame: Frame }) => {
  const theme = useTheme();
  const { size, colour } = theme;
  const foot = footStyle(theme);
  return (
    <>
      <View
        fixed
        style={{
          position: 'absolute',
          left: page.margin,
          right: page.margin,
          bottom: 28,
          borderTopWidth: 0.5,
          borderTopColor: colour.rule,
          paddingTop: 4,
        }}
      >
        <Text style={{ ...foot, paddingRight: 90 }}>
          {[shorten(shell.reference, 60), shorten(shell.version, 30), shell.mark].filter(Boolean).join(' · ')}
        </Text>
        <Text style={{ ...foot, fontSize: size.foot - 0.5 }}>{`Content SHA-256 ${frame.contentSha256}`}</Text>
      </View>
      <View
        fixed
        style={{
          position: 'absolute',
          left: page.width - page.margin - 90,
          top: page.height - 28.2 - quarter(size.foot * 2.73),
          width: 90,
        }}
      >
        <Text
          style={{ ...foot, textAlign: 'right' }}
          render={({ pageNumber, totalPages }) => `page ${pageNumber} of ${totalPages}`}
        />
      </View>
    </>
  );
};

/** The texts that were too long for their place, and the characters that could not be drawn. */
const Remainder = ({ frame }: { frame: Frame }) => {
  const { size } = useTheme();
  return (
    <>
      {frame.longTexts.length > 0 ? <Heading>Long texts, whole</Heading> : null}
      {frame.longTexts.map((long) => (
        <View key={long.number}>
          <Heading level={3}>{`No. ${long.number}`}</Heading>
          {pieces(long.text).map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
            <P key={index} style={{ fontSize: size.note, marginBottom: 0 }}>
              {piece}
            </P>
          ))}
        </View>
      ))}
      {frame.unprintable.length > 0 ? (
        <P style={{ fontSize: size.note, marginTop: 8 }}>
          {`The mark \ufffd stands for a character that the fonts of this document cannot draw: ${unprintableWords(frame.unprintable)}. The electronic record holds the text as it was written.`}
        </P>
      ) : null}
    </>
  );
};

function unprintableWords(points: string[]): string {
  const most = 40;
  return points.length <= most
    ? points.join(', ')
    : `${points.slice(0, most).join(', ')} and ${points.length - most} more`;
}

interface SheetProps {
  shell: Shell;
  frame: Frame;
  /** The last one of the document carries what was too long for its place. */
  last: boolean;
  children: ReactNode;
}

/** Paper with margins, foot and draft mark; it runs over as many pages as its content needs. */
const Sheet = ({ shell, frame, last, children }: SheetProps) => {
  const { colour, size, lead } = themes[frame.theme];
  return (
    <Page
      size="A4"
      experimentalPagination
      style={{
        fontFamily: frame.families,
        fontSize: size.body,
        lineHeight: lead,
        color: colour.text,
        paddingTop: page.margin,
        paddingHorizontal: page.margin,
        paddingBottom: page.margin,
      }}
    >
      <Themed name={frame.theme}>
        {shell.mark ? <DraftMark mark={shell.mark} /> : null}
        <Foot shell={shell} frame={frame} />
        {/* What has an index is drawn, and so read, before what has none: first the text, then the foot of the page. */}
        <View style={{ zIndex: 1 }}>
          {children}
          {last ? <Remainder frame={frame} /> : null}
        </View>
      </Themed>
    </Page>
  );
};

interface PageShellProps {
  shell: Shell;
  frame: Frame;
  children: ReactNode;
  /** What begins on a page of its own. Each is laid out by itself: time grows with their number, not with its square. */
  parts?: ReactNode[];
}

/**
 * The page all documents share: size, margins, fonts, foot, draft mark, file properties, PDF/A-3b. Dates come from the
 * frame, so the same model always gives the same bytes.
 */
export const PageShell = ({ shell, frame, children, parts = [] }: PageShellProps) => (
  <Document
    conformance="PDF/A-3b"
    language={shell.language}
    title={property(shell.title, 300)}
    subject={property(shell.subject, 300)}
    author={property(shell.author, 120)}
    keywords={`content-sha256:${frame.contentSha256}`}
    creator="Changemark"
    producer="Changemark"
    creationDate={frame.issuedAt}
    modificationDate={frame.issuedAt}
  >
    {[children, ...parts].map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never re-ordered
      <Sheet key={index} shell={shell} frame={frame} last={index === parts.length}>
        {part}
      </Sheet>
    ))}
  </Document>
);
