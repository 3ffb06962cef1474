import type { DocumentProps } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { type DocumentDefinition, type Frame, plain, safeFileName } from '../../document';
import type { AskingLetter, LetterBase } from '../letter-model';

/**
 * What the catalogue needs of a kind of letter.
 * @param ending last part of the name of the file ("reminder"); a corrected version has its number before it
 */
export const defineLetter = <M extends LetterBase>(
  ending: string,
  component: (props: { model: M; frame: Frame }) => ReactElement<DocumentProps>,
  samples: DocumentDefinition<M>['samples'],
): DocumentDefinition<M> => ({
  component,
  samples,
  fileName: ({ reference, version }) =>
    safeFileName([plain(reference), ...(version === 'v1.0' ? [] : [version]), ending].join('-')),
});

/** The same for a letter with questions: they are embedded as data. */
export const defineAskingLetter = <M extends AskingLetter>(
  ...parts: Parameters<typeof defineLetter<M>>
): DocumentDefinition<M> => ({ ...defineLetter(...parts), form: (model) => model.form });
