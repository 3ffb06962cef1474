/** What the first step of a proposal shows: the model, its units, its known vulnerabilities, and what was said so far. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changeUnits } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { isKindId } from '../../regulation/kinds';
import { type HitUnits, hitUnits } from '../advisories/hit-units.server';
import { type KnownVulnerability, knownVulnerabilities } from '../devices/known-vulnerabilities.server';
import { type ModelToChoose, modelsToChoose, modelToChoose } from '../devices/models-to-choose.server';
import { storableText } from '../text-input';
import { type UnitsToChoose, unitsToChoose } from '../units/units-to-choose.server';
import { readChange } from './change-row.server';
import { isEditable } from './change-status';
import type { Kept } from './posted';
import { vulnerabilityLines } from './vulnerability-input';

export interface WhatStep {
  model: ModelToChoose;
  units: UnitsToChoose;
  known: KnownVulnerability[];
  /** Form fields as they stand; what was typed and refused comes before them. */
  values: Kept;
  /** Units the change is for so far; null for a new proposal. */
  chosenUnits: number | null;
  /** Null for a new proposal. */
  change: { id: string; reference: string; version: number; isDraft: boolean } | null;
}

export type NewProposal =
  | { model: null; q: string; models: ModelToChoose[]; more: boolean; retired: boolean }
  | ({ draftId: string } & WhatStep);

/** Beginning a proposal: the models to choose from, or the form for the model that was chosen. */
export const newProposal = (actor: Actor, search: URLSearchParams): Promise<NewProposal> =>
  inOrganisation(actor, async (tx) => {
    const wanted = search.get('model') ?? '';
    const found = isUuid(wanted) ? await modelToChoose(tx, actor.orgId, wanted) : null;
    if (!found || found.retired) {
      const q = (search.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 200);
      return { model: null, q, retired: found !== null, ...(await modelsToChoose(tx, actor.orgId, q)) };
    }
    const { retired: _, ...model } = found;
    const [units, known] = await Promise.all([
      unitsToChoose(tx, actor.orgId, model.id),
      knownVulnerabilities(tx, actor.orgId, model.id),
    ]);
    const advisory = search.get('advisory') ?? '';
    const hit = isUuid(advisory) ? await hitUnits(tx, actor.orgId, advisory, model.id) : null;
    const values: Kept = {
      softwareVersion: [model.softwareVersion],
      units: [units.total > 0 ? 'all' : 'later'],
      cves: [search.getAll('cve').join('\n').slice(0, 2000)],
      // Another page may begin a proposal of its own: an option of another change, for example.
      title: [storableText(search.get('title') ?? '').slice(0, 300)],
      ...(hit ? fromAdvisory(hit, units, known) : {}),
      kinds: search.getAll('kind').filter(isKindId),
    };
    return { draftId: randomUUID(), model, units, known, values, chosenUnits: null, change: null };
  });

/** The first step of a proposal that exists; null when there is none in the organisation, or it is edited no more. */
export const whatStep = (actor: Actor, changeId: string): Promise<WhatStep | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change || !isEditable(change.status)) return null;
    const [model, units, known, chosen] = await Promise.all([
      modelToChoose(tx, actor.orgId, change.modelId),
      unitsToChoose(tx, actor.orgId, change.modelId),
      knownVulnerabilities(tx, actor.orgId, change.modelId),
      tx
        .select({ id: changeUnits.unitId })
        .from(changeUnits)
        .where(and(eq(changeUnits.orgId, actor.orgId), eq(changeUnits.changeId, changeId))),
    ]);
    if (!model) throw new Error(`The model of change ${change.reference} cannot be read`);
    const published = new Set(known.map(({ cve }) => cve));
    const values: Kept = {
      title: [change.title],
      description: [change.description],
      kinds: change.kinds,
      softwareVersion: [change.softwareVersion],
      neededBy: [change.neededBy ?? ''],
      known: change.vulnerabilities.filter(({ cve }) => published.has(cve)).map(({ cve }) => cve),
      cves: [vulnerabilityLines(change.vulnerabilities.filter(({ cve }) => !published.has(cve)))],
      units: ['later'],
      unit: units.units.length > 0 ? chosen.map(({ id }) => id) : [],
    };
    return {
      model,
      units,
      known,
      values,
      chosenUnits: chosen.length,
      change: {
        id: change.id,
        reference: change.reference,
        version: change.version,
        isDraft: change.status === 'draft',
      },
    };
  });

/** A proposal that answers an advisory: its vulnerabilities, and the units that it hits. */
function fromAdvisory(hit: HitUnits, { units }: UnitsToChoose, known: readonly KnownVulnerability[]): Kept {
  const published = new Set(known.map(({ cve }) => cve));
  const picked: Kept =
    units.length > 0
      ? { units: ['picked'], unit: hit.units.map(({ id }) => id) }
      : { units: ['picked'], serials: [hit.units.map(({ serial }) => serial).join('\n')] };
  return {
    title: [`Answer ${hit.advisory}: ${hit.title}`.slice(0, 300)],
    known: hit.cves.filter((cve) => published.has(cve)),
    cves: [
      hit.cves
        .filter((cve) => !published.has(cve) && /^CVE-/.test(cve))
        .join('\n')
        .slice(0, 20_000),
    ],
    ...(hit.all || hit.units.length === 0 ? {} : picked),
  };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
