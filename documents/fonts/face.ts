/**
 * A loaded font, as far as we touch it. The shaping of some sequences (marks that a font does not place) fails inside the
 * library; text must print all the same, so such a word is set sign by sign, without ligatures and placed marks.
 */

interface Glyph {
  advanceWidth: number;
}

interface GlyphRun {
  glyphs: Glyph[];
  positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
}

type Layout = (text: string, ...rest: unknown[]) => GlyphRun;

export interface Face {
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  layout: Layout;
  /** Signs already used, each with the character it was first used for. */
  _glyphs?: object;
}

export function isFace(data: unknown): data is Face {
  return typeof data === 'object' && data !== null && 'hasGlyphForCodePoint' in data && 'layout' in data;
}

/** A face with its measures, in units of which `unitsPerEm` make the font size. */
export interface MeasuredFace extends Face {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
}

export function isMeasured(data: unknown): data is MeasuredFace {
  return isFace(data) && 'unitsPerEm' in data && 'bbox' in data && 'capHeight' in data;
}

const guarded = new WeakSet<Face>();

/** Makes the layout of a face never fail. Done once per face. */
export function guard(face: Face): void {
  if (guarded.has(face)) return;
  guarded.add(face);
  const shape: Layout = face.layout.bind(face);
  const bare = (text: string): GlyphRun => {
    const glyphs = Array.from(text, (sign) => face.glyphForCodePoint(sign.codePointAt(0) ?? 0));
    const placed = ({ advanceWidth }: Glyph) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
    return { glyphs, positions: glyphs.map(placed) };
  };
  const word = (text: string, rest: unknown[]): GlyphRun => {
    try {
      return shape(text, ...rest);
    } catch {
      return bare(text);
    }
  };
  face.layout = (text, ...rest) => {
    try {
      return shape(text, ...rest);
    } catch {
      const runs = text
        .split(/( +)/)
        .filter(Boolean)
        .map((part) => word(part, rest));
      return { glyphs: runs.flatMap((run) => run.glyphs), positions: runs.flatMap((run) => run.positions) };
    }
  };
}
