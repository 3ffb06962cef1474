/** The texts that a kind of letter is written with now, or was written with before. */
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../../db/client.server';
import { letterTemplates } from '../../../../db/schema/index.server';
import type { LetterKind } from '../letter-kinds';
import { BUILT_IN } from './built-in';
import type { TemplateTexts } from './fields';

export interface Template {
  /** 0: the texts that Changemark brings along. */
  number: number;
  texts: TemplateTexts;
}

/** The latest version that the organisation saved; the built-in texts where it saved none. */
export async function currentTemplate(tx: Tx, orgId: string, kind: LetterKind): Promise<Template> {
  const [row] = await tx
    .select({ number: letterTemplates.number, texts: letterTemplates.texts })
    .from(letterTemplates)
    .where(and(eq(letterTemplates.orgId, orgId), eq(letterTemplates.kind, kind)))
    .orderBy(desc(letterTemplates.number))
    .limit(1);
  // A text that came to a kind after the version was saved is taken from the built-in ones.
  return { number: row?.number ?? 0, texts: { ...BUILT_IN[kind], ...row?.texts } };
}

/** One version by its number, or null. */
export async function templateNumber(
  tx: Tx,
  orgId: string,
  kind: LetterKind,
  number: number,
): Promise<Template | null> {
  if (number === 0) return { number: 0, texts: BUILT_IN[kind] };
  const [row] = await tx
    .select({ number: letterTemplates.number, texts: letterTemplates.texts })
    .from(letterTemplates)
    .where(and(eq(letterTemplates.orgId, orgId), eq(letterTemplates.kind, kind), eq(letterTemplates.number, number)));
  return row ? { number: row.number, texts: { ...BUILT_IN[kind], ...row.texts } } : null;
}
