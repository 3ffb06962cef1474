/** Texts of any length: tables and headings show the beginning, pages keep the rest one click away. */

/** The beginning of a text, not cut through a character. */
export const shorten = (text: string, longest = 160): string =>
  text.length <= longest ? text : `${[...text.slice(0, longest * 2)].slice(0, longest).join('')}…`;

const LONG = 600;

/** A text with its line breaks; a very long one is folded after its beginning. */
export const LongText = ({ text }: { text: string }) =>
  text.length <= LONG ? (
    <span className="whitespace-pre-line">{text}</span>
  ) : (
    <details>
      <summary className="cursor-pointer">
        {shorten(text, 200)} <span className="quiet">({text.length.toLocaleString('en-GB')} characters)</span>
      </summary>
      <div className="mt-1 whitespace-pre-line">{text}</div>
    </details>
  );
