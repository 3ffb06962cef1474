/** The register of a demonstration organisation, built by the same use cases as any other. */
import { addCertification } from '../../app/features/certifications/add-certification.server';
import type { CertificationInput } from '../../app/features/certifications/certification-form';
import { addComponents } from '../../app/features/devices/add-components.server';
import { addVersion } from '../../app/features/devices/add-version.server';
import { createModel } from '../../app/features/devices/create-model.server';
import { editModel } from '../../app/features/devices/edit-model.server';
import { readMds2 } from '../../app/features/devices/mds2-input';
import { recordMds2 } from '../../app/features/devices/record-mds2.server';
import { readComponents } from '../../app/features/devices/software-form';
import type { SaveResult } from '../../app/features/save-result';
import { addContact } from '../../app/features/suppliers/add-contact.server';
import { createSupplier } from '../../app/features/suppliers/create-supplier.server';
import type { DemoActors } from './actors';
import { COMPONENT_SETS, MDS2_SETS } from './catalogue/mds2';
import { type DemoSupplier, emailOf, SUPPLIERS, websiteOf } from './catalogue/suppliers';
import type { DemoCertificate, DemoModel } from './catalogue/types';
import { asSource, modelInput, ownWords } from './model-input';

const idOf = (result: SaveResult | null, what: string): string => {
  if (result?.ok) return result.id;
  throw new Error(`The demonstration data was refused: ${what}: ${JSON.stringify(result)}`);
};

/** Adds the makers of these models; returns their ids by name. */
export async function seedSuppliers(actors: DemoActors, models: readonly DemoModel[]): Promise<Map<string, string>> {
  const wanted = new Set(models.map(({ maker }) => maker));
  const ids = new Map<string, string>();
  for (const supplier of SUPPLIERS.filter(({ name }) => wanted.has(name))) {
    ids.set(supplier.name, await seedSupplier(actors, supplier));
  }
  return ids;
}

async function seedSupplier({ administrator, regulatory_affairs: regulatory }: DemoActors, supplier: DemoSupplier) {
  const result = await createSupplier(administrator, {
    name: supplier.name,
    country: supplier.country,
    website: websiteOf(supplier),
    address: supplier.address.join('\n'),
    notes: '',
    ...asSource('', 'Supplier list (demonstration)', '', '2026-01-12'),
  });
  const id = idOf(result, supplier.name);
  for (const [name, role, mailbox] of supplier.contacts) {
    const contact = { name, role, email: emailOf(supplier, mailbox), telephone: '+44 1632 960456' };
    idOf(await addContact(regulatory, id, contact), `contact ${name}`);
  }
  return id;
}

/** Adds a model with everything but its units; returns its id. `index` makes its invented numbers its own. */
export async function seedModel(actors: DemoActors, supplierId: string, model: DemoModel, index: number) {
  const { engineer, regulatory_affairs: regulatory } = actors;
  const input = modelInput(model, supplierId, index);
  const id = idOf(await createModel(engineer, input), model.name);
  const own = ownWords(model, input);
  if (own) idOf(await editModel(engineer, id, { ...own, version: 1 }), `${model.name}, the hospital’s words`);
  for (const [release, releasedOn] of Object.entries(model.released ?? {})) {
    const source = asSource(model.maker, `Release notes ${release} (demonstration)`, '1', releasedOn);
    const [osProduct = '', osRelease = ''] = Array.isArray(model.os) ? model.os : [];
    const version = { release, releasedOn, osProduct, osRelease, notes: '', ...source };
    idOf(await addVersion(engineer, id, version), `${model.name} ${release}`);
  }
  for (const [at, certificate] of model.certificates.entries()) {
    const input = certificateInput(certificate, `${index * 10 + at}`.padStart(4, '0'));
    idOf(await addCertification(regulatory, id, input), `${model.name} ${certificate.basis}`);
  }
  await seedAnswers(actors, id, model, own ? 2 : 1);
  return id;
}

async function seedAnswers({ engineer }: DemoActors, id: string, model: DemoModel, version: number): Promise<void> {
  if (model.mds2) {
    const [set, formDate] = model.mds2;
    const reading = readMds2(MDS2_SETS[set] ?? '');
    if (!reading.ok) throw new Error(`MDS2 set ${set}: ${reading.problems.join(' ')}`);
    const source = asSource(model.maker, `MDS2 form HN 1-2019 of ${model.name} (demonstration)`, '', formDate);
    const form = { version, formDate, pasted: reading.answers, ...source };
    idOf(await recordMds2(engineer, id, form, {}), `${model.name} MDS2`);
  }
  if (model.components) {
    const components = readComponents(COMPONENT_SETS[model.components]);
    const source = asSource('', 'Public bill of materials of an unnamed device (illustration)', '', '2025-07-23');
    idOf(await addComponents(engineer, id, { components, ...source }), `${model.name} components`);
  }
}

function certificateInput(certificate: DemoCertificate, number: string): CertificationInput {
  const { market, basis, ends } = certificate;
  const dated = ends !== 'never' && ends !== 'unknown';
  const own = basis === 'in_house';
  const american = market === 'US';
  const paper = own
    ? 'Statement of in-house manufacture'
    : american
      ? 'FDA database entry'
      : 'Certificate of conformity';
  const unknown = certificate.number === false;
  const body = own || american || certificate.class === 'I' ? '' : 'NB 0000 (demo)';
  return {
    market,
    basis,
    class: certificate.class,
    body: unknown ? '' : body,
    number: unknown ? '' : `DEMO-${market}-${number}`,
    scope: '',
    issuedOn: certificate.issued ?? null,
    ends: dated ? 'on' : (ends as 'never' | 'unknown'),
    expiresOn: dated ? ends : null,
    unknown: unknown ? ['body', 'number'] : [],
    ...asSource(american ? 'FDA' : '', `${paper} (demonstration)`, american ? '' : '1', certificate.issued ?? ''),
  };
}
