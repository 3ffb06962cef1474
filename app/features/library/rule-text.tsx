/** A rule as it is written; breaks after an underscore, so that a long name of a fact does not break where it likes. */
import { Fragment } from 'react';

export const RuleText = ({ text }: { text: string }) => (
  <code className="font-mono text-[0.9em]">
    {text.split(/(?<=_)/).map((piece, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Fragment key={index}>
        {index > 0 ? <wbr /> : null}
        {piece}
      </Fragment>
    ))}
  </code>
);
