/** The templates of an organisation: one line a kind, and one kind with all its versions. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { inOrganisation } from '../../../../db/client.server';
import { letterTemplates } from '../../../../db/schema/index.server';
import type { Actor } from '../../../guard/actor';
import { LETTER_KIND_WORDS, LETTER_KINDS, type LetterKind } from '../letter-kinds';
import type { TemplateTexts } from './fields';
import { currentTemplate, templateNumber } from './read-template.server';

export interface TemplateLine {
  kind: LetterKind;
  label: string;
  when: string;
  /** 0: the texts that Changemark brings along. */
  number: number;
  savedAt: string | null;
  savedBy: string;
  note: string;
}

/** Every kind with the version in force. One query. */
export const listTemplates = (actor: Actor): Promise<TemplateLine[]> =>
  inOrganisation(actor, async (tx) => {
    const rows = await tx
      .selectDistinctOn([letterTemplates.kind], {
        kind: letterTemplates.kind,
        number: letterTemplates.number,
        note: sql<string>`left(${letterTemplates.note}, 300)`,
        createdAt: letterTemplates.createdAt,
        createdByName: letterTemplates.createdByName,
      })
      .from(letterTemplates)
      .where(eq(letterTemplates.orgId, actor.orgId))
      .orderBy(letterTemplates.kind, desc(letterTemplates.number));
    const byKind = new Map(rows.map((row) => [row.kind, row]));
    return LETTER_KINDS.map((kind) => {
      const row = byKind.get(kind);
      return {
        kind,
        label: LETTER_KIND_WORDS[kind].label,
        when: LETTER_KIND_WORDS[kind].when,
        number: row?.number ?? 0,
        savedAt: row?.createdAt.toISOString() ?? null,
        savedBy: row?.createdByName ?? '',
        note: row?.note ?? '',
      };
    });
  });

export interface TemplateVersion {
  number: number;
  note: string;
  createdAt: string | null;
  createdByName: string;
}

export interface TemplateView {
  kind: LetterKind;
  /** In force. */
  number: number;
  texts: TemplateTexts;
  /** Newest first, ending with number 0. */
  versions: TemplateVersion[];
  /** An earlier version that is read beside the form; null: none is. */
  earlier: { number: number; texts: TemplateTexts } | null;
}

const MOST_VERSIONS = 100;

/** One kind. @param wanted number of an earlier version to read */
export const templateView = (actor: Actor, kind: LetterKind, wanted: number | null): Promise<TemplateView> =>
  inOrganisation(actor, async (tx) => {
    const current = await currentTemplate(tx, actor.orgId, kind);
    const rows = await tx
      .select({
        number: letterTemplates.number,
        note: letterTemplates.note,
        createdAt: letterTemplates.createdAt,
        createdByName: letterTemplates.createdByName,
      })
      .from(letterTemplates)
      .where(and(eq(letterTemplates.orgId, actor.orgId), eq(letterTemplates.kind, kind)))
      .orderBy(desc(letterTemplates.number))
      .limit(MOST_VERSIONS);
    const builtIn = { number: 0, note: 'The texts that Changemark brings along', createdAt: null, createdByName: '' };
    return {
      kind,
      ...current,
      versions: [...rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })), builtIn],
      earlier: wanted === null ? null : await templateNumber(tx, actor.orgId, kind, wanted),
    };
  });
