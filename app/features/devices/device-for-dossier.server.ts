/** The device block of a dossier, from the register, with where each part of it comes from. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import {
  certifications,
  deviceModels,
  mds2Answers,
  softwareVersions,
  suppliers,
} from '../../../db/schema/index.server';
import {
  type CertificationInput,
  isUnreadable,
  readCertification,
  readMarket,
} from '../../regulation/derivations/certification';
import type { DeviceInput } from '../../regulation/derivations/inputs';
import { currentFacts } from '../provenance/facts-of.server';
import { type Fact, type Source, sourceOfColumns } from '../provenance/source';

/** As the public contract has it; a part that is not known is left out, never guessed. */
export type DossierDevice = DeviceInput &
  Required<Pick<DeviceInput, 'name' | 'manufacturer' | 'kind' | 'certifications'>>;

/** Where one part of the device block comes from. */
export interface DossierProvenance {
  /** Place in the device block: ['software', 'os'], ['certifications', '0'], ['mds2', 'CSUP-2.1']. */
  path: string[];
  source: Source;
  recordedByName: string | null;
  recordedAt: string | null;
}

/** Basis codes of the register that a dossier writes otherwise: a market without a list of bases takes none. */
const OWN_CODES = new Set(['licence']);

/**
 * The device block of a model and its provenance, or null when the organisation has no such model. Retired
 * certifications are left out. A basis or class that the rule library cannot read is left out too: unknown, not wrong.
 */
export async function deviceForDossier(
  tx: Tx,
  modelId: string,
): Promise<{ device: DossierDevice; provenance: DossierProvenance[] } | null> {
  const [found] = await tx
    .select({ model: deviceModels, manufacturer: suppliers.name })
    .from(deviceModels)
    .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
    .where(eq(deviceModels.id, modelId));
  if (!found) return null;
  const { model, manufacturer } = found;
  const certs = await tx
    .select()
    .from(certifications)
    .where(
      and(eq(certifications.orgId, model.orgId), eq(certifications.modelId, modelId), isNull(certifications.retiredAt)),
    )
    .orderBy(asc(certifications.createdAt), asc(certifications.id));
  const answers = await tx
    .select()
    .from(mds2Answers)
    .where(and(eq(mds2Answers.orgId, model.orgId), eq(mds2Answers.modelId, modelId)))
    .orderBy(asc(mds2Answers.question));
  const [version] = await tx
    .select({ released: softwareVersions.releasedOn })
    .from(softwareVersions)
    .where(
      and(
        eq(softwareVersions.orgId, model.orgId),
        eq(softwareVersions.modelId, modelId),
        eq(softwareVersions.release, model.softwareVersion),
      ),
    );
  const facts = await currentFacts(tx, model.orgId, { type: 'model', id: modelId });
  const software = softwareOf(model, version?.released ?? null);
  // DOC-7 is the date of the form itself, which the register keeps beside the answers.
  const mds2 = {
    ...(model.mds2Date && { 'DOC-7': model.mds2Date }),
    ...Object.fromEntries(answers.map((row) => [row.question, row.answer])),
  };
  const device: DossierDevice = {
    name: model.name,
    manufacturer,
    ...(model.modelNumber && { model: model.modelNumber }),
    ...(model.udiDi && { udi_di: model.udiDi }),
    kind: model.kind,
    ...(software && { software }),
    certifications: certs.map(asDossier),
    ...(Object.keys(mds2).length > 0 && { mds2 }),
    // No interface on record would say nothing, so only the yes is passed on.
    ...(model.networkConnected && { network_interfaces: ['network'] }),
  };
  const provenance: DossierProvenance[] = [
    ...PATHS.flatMap(({ field, path }) => ofFact(path, facts[field])),
    ...certs.map((cert, index) => ({
      path: ['certifications', String(index)],
      source: sourceOfColumns(cert),
      recordedByName: null,
      recordedAt: cert.updatedAt.toISOString(),
    })),
    ...answers.map((answer) => ({
      path: ['mds2', answer.question],
      source: sourceOfColumns(answer),
      recordedByName: null,
      recordedAt: answer.recordedAt.toISOString(),
    })),
  ];
  return { device, provenance };
}

const PATHS: readonly { field: string; path: string[] }[] = [
  { field: 'name', path: ['name'] },
  { field: 'manufacturer', path: ['manufacturer'] },
  { field: 'modelNumber', path: ['model'] },
  { field: 'udiDi', path: ['udi_di'] },
  { field: 'kind', path: ['kind'] },
  { field: 'softwareVersion', path: ['software', 'version'] },
  { field: 'operatingSystem', path: ['software', 'os'] },
  { field: 'networkConnected', path: ['network_interfaces'] },
];

const ofFact = (path: string[], fact: Fact | undefined): DossierProvenance[] =>
  fact ? [{ path, source: fact.source, recordedByName: fact.recordedByName, recordedAt: fact.recordedAt }] : [];

function softwareOf(
  model: typeof deviceModels.$inferSelect,
  released: string | null,
): DeviceInput['software'] | undefined {
  if (!model.softwareVersion && !model.osProduct) return undefined;
  return {
    ...(model.softwareVersion && { version: model.softwareVersion }),
    ...(released && { released }),
    ...(model.osProduct && {
      os: { product: model.osProduct, ...(model.osRelease && { release: model.osRelease }) },
    }),
  };
}

function asDossier(row: typeof certifications.$inferSelect): CertificationInput {
  const market = readMarket(row.market);
  const readable = (part: { basis?: string; class?: string }) =>
    market !== null && !isUnreadable(readCertification(market, { market, ...part }));
  const basis = !OWN_CODES.has(row.basis) && readable({ basis: row.basis }) ? row.basis : undefined;
  const known = row.class !== '' && readable({ basis, class: row.class });
  return {
    market: row.market,
    ...(basis && { basis }),
    ...(known && { class: row.class }),
    ...(row.body && { body: row.body }),
    // A clearance in the United States has a number, what a body issues is a certificate.
    ...(row.number && (row.market === 'US' ? { number: row.number } : { certificate: row.number })),
    ...(row.expiresOn && { expires: row.expiresOn }),
  };
}
