/** Everything said about a supplier's devices on some subjects, from wherever it stands, in one shape. */
import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '../../../db/client.server';
import {
  claims,
  deviceModels,
  mds2Answers,
  modelAdvisories,
  quotedStatements,
  registerFacts,
} from '../../../db/schema/index.server';
import { isDay } from '../keyset';
import type { Stated } from './compare-statements';
import { letterScopes } from './letter-matter.server';
import type { Places } from './propositions';
import { subjectInWords } from './subject';

/** Newest first; what is older than that many statements on the same subject has been overtaken many times. */
const MOST = 1000;

const day = (text: string | null): string | null => (text !== null && isDay(text) ? text : null);

const someOf = (column: PgColumn | SQL, values: readonly string[]): SQL | undefined =>
  values.length > 0 ? sql`${column} in ${values}` : undefined;

const blockOf = (column: PgColumn) =>
  sql`(case when ${column} like 'block:%' then substring(${column} from '[^.]*$') end)`;

const onPlaces = (subject: PgColumn, places: Places, fact?: PgColumn): SQL =>
  or(
    someOf(subject, places.subjects),
    someOf(blockOf(subject), places.blocks),
    fact ? someOf(fact, places.facts) : undefined,
  ) ?? sql`false`;

/** The statements of one supplier in the given places. Claims that were set aside are left out. */
export async function gatherStatements(tx: Tx, orgId: string, supplierId: string, places: Places): Promise<Stated[]> {
  const [fromClaims, quoted, fromRegister] = [
    await claimed(tx, orgId, supplierId, places),
    await quotations(tx, orgId, supplierId, places),
    await registered(tx, orgId, supplierId, places),
  ];
  return [...fromClaims, ...quoted, ...fromRegister];
}

async function claimed(tx: Tx, orgId: string, supplierId: string, places: Places): Promise<Stated[]> {
  const rows = await tx
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.orgId, orgId),
        eq(claims.supplierId, supplierId),
        ne(claims.status, 'set_aside'),
        onPlaces(claims.subject, places, claims.fact),
      ),
    )
    .orderBy(desc(claims.id))
    .limit(MOST);
  const scopes = await letterScopes(tx, orgId, [...new Set(rows.map(({ letterId }) => letterId))]);
  return rows.map((row): Stated => {
    const scope = scopes.get(row.letterId);
    const ofLetter = scope && scope.models.length > 0 ? scope.models : null;
    return {
      source: 'claim',
      ...{ id: row.id, subject: row.subject, label: row.label, value: row.value, fact: row.fact },
      models: row.modelId ? [row.modelId] : ofLetter,
      matter: scope?.matter ?? null,
      ...{ quotation: row.quotation, document: row.document, page: row.page },
      ...{ saidBy: row.saidBy, saidOn: row.saidOn, fileId: row.fileId },
    };
  });
}

async function quotations(tx: Tx, orgId: string, supplierId: string, places: Places): Promise<Stated[]> {
  const rows = await tx
    .select()
    .from(quotedStatements)
    .where(
      and(
        eq(quotedStatements.orgId, orgId),
        eq(quotedStatements.supplierId, supplierId),
        isNull(quotedStatements.retiredAt),
        onPlaces(quotedStatements.subject, places),
      ),
    )
    .orderBy(desc(quotedStatements.id))
    .limit(MOST);
  return rows.map(
    (row): Stated => ({
      ...{ source: row.source, id: row.id, subject: row.subject, label: row.label, value: row.value, fact: '' },
      models: row.modelId ? [row.modelId] : null,
      matter: null,
      ...{ quotation: row.quotation, document: row.document, page: row.page },
      ...{ saidBy: row.saidBy, saidOn: row.saidOn, fileId: null },
    }),
  );
}

const GENERAL = { fact: '', matter: null, fileId: null } as const;

/** What the register holds: answers of the form, facts about the model, advisories that name it. */
async function registered(tx: Tx, orgId: string, supplierId: string, places: Places): Promise<Stated[]> {
  const ofSupplier = and(eq(deviceModels.orgId, orgId), eq(deviceModels.supplierId, supplierId));
  const beginning = (prefix: string) =>
    places.subjects.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const [questions, cves] = [beginning('mds2:'), beginning('vex:')];
  const answers =
    questions.length === 0
      ? []
      : await tx
          .select({ answer: mds2Answers, formDate: deviceModels.mds2Date })
          .from(mds2Answers)
          .innerJoin(deviceModels, and(ofSupplier, eq(deviceModels.id, mds2Answers.modelId)))
          .where(and(eq(mds2Answers.orgId, orgId), inArray(mds2Answers.question, questions)))
          .limit(MOST);
  const advisories =
    cves.length === 0
      ? []
      : await tx
          .select({ row: modelAdvisories })
          .from(modelAdvisories)
          .innerJoin(deviceModels, and(ofSupplier, eq(deviceModels.id, modelAdvisories.modelId)))
          .where(
            and(
              eq(modelAdvisories.orgId, orgId),
              isNull(modelAdvisories.retiredAt),
              sql`exists (select from jsonb_array_elements(${modelAdvisories.vulnerabilities}) v where v ->> 'cve' in ${cves})`,
            ),
          )
          .limit(MOST);
  return [
    ...answers.map(({ answer, formDate }): Stated => {
      const subject = `mds2:${answer.question}`;
      return {
        ...{ ...GENERAL, source: 'mds2', id: null, subject, label: subjectInWords(subject), value: answer.answer },
        models: [answer.modelId],
        quotation: [`${answer.question}: ${answer.answer}`, answer.note].filter(Boolean).join('\n'),
        document: answer.sourceDocument || 'MDS2 form',
        page: answer.sourcePage ?? '',
        saidBy: answer.saidBy ?? '',
        saidOn: day(answer.sourceDate) ?? formDate,
      };
    }),
    ...advisories.flatMap(({ row }) =>
      row.vulnerabilities
        .filter(({ cve }) => cves.includes(cve))
        .map(({ cve }): Stated => {
          const subject = `vex:${cve}`;
          return {
            ...{
              ...GENERAL,
              source: 'advisory',
              id: row.id,
              subject,
              label: subjectInWords(subject),
              value: 'affected',
            },
            models: [row.modelId],
            quotation: [`${cve}: ${row.title}`, row.products.slice(0, 5).join('; ')].filter(Boolean).join('\n'),
            document: row.advisory,
            page: '',
            saidBy: /^ICSM?A-/.test(row.advisory) ? 'CISA' : '',
            saidOn: row.published,
          };
        }),
    ),
    ...(await modelFacts(tx, orgId, supplierId, places)),
  ];
}

/** Fields of a model that say what a question of the form or of a letter asks. */
async function modelFacts(tx: Tx, orgId: string, supplierId: string, places: Places): Promise<Stated[]> {
  const network = places.subjects.includes('mds2:CONN-1');
  const support = places.blocks.includes('support_ends');
  if (!network && !support) return [];
  const rows = await tx
    .select({
      id: deviceModels.id,
      network: deviceModels.networkConnected,
      support: deviceModels.makerSupportEnds,
      field: registerFacts.field,
      saidBy: registerFacts.saidBy,
      document: registerFacts.sourceDocument,
      page: registerFacts.sourcePage,
      date: registerFacts.sourceDate,
    })
    .from(deviceModels)
    .innerJoin(
      registerFacts,
      and(
        eq(registerFacts.orgId, deviceModels.orgId),
        eq(registerFacts.subjectType, 'model'),
        eq(registerFacts.subjectId, deviceModels.id),
        isNull(registerFacts.supersededAt),
        inArray(registerFacts.field, ['networkConnected', 'makerSupportEnds']),
      ),
    )
    .where(and(eq(deviceModels.orgId, orgId), eq(deviceModels.supplierId, supplierId)))
    .limit(MOST);
  return rows.flatMap((row): Stated[] => {
    const about = row.field === 'networkConnected' ? network : support;
    const value = row.field === 'networkConnected' ? row.network : row.support && { device: row.support };
    if (!about || value === null) return [];
    const subject = row.field === 'networkConnected' ? 'mds2:CONN-1' : 'block:H.support_ends';
    const words =
      row.field === 'networkConnected'
        ? `Connected to the network: ${row.network ? 'yes' : 'no'}`
        : `The maker supports it until ${row.support}`;
    return [
      {
        ...{ ...GENERAL, source: 'register', id: row.id, subject, label: subjectInWords(subject), value },
        models: [row.id],
        quotation: words,
        document: row.document || 'Register of devices',
        page: row.page ?? '',
        saidBy: row.saidBy ?? '',
        saidOn: day(row.date),
      },
    ];
  });
}
