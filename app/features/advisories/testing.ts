/** What the tests of advisories share: the published documents, and short ways to a register. */
import { publishedAdvisories } from '../../../db/seed/catalogue/csaf.server';
import type { Advisory } from '../../readers/records';
import type { RegisteredComponent, RegisteredModel } from './matching/register';

let all: Advisory[] | undefined;

/** Every published document that comes with the project. */
export const published = (): Advisory[] => {
  all ??= publishedAdvisories();
  return all;
};

/** One of them, by its id. */
export function publishedBy(id: string): Advisory {
  const found = published().find((one) => one.id === id);
  if (!found) throw new Error(`No advisory ${id}`);
  return found;
}

/** A model as matching sees it. */
export const model = (supplier: string, name: string, over: Partial<RegisteredModel> = {}): RegisteredModel => ({
  ...{ id: `${supplier} ${name}`, supplier, name, modelNumber: '', kind: '', udiDi: '', systems: [] },
  ...over,
});

/** A component of a model. */
export const component = (
  modelId: string,
  name: string,
  release: string,
  over: Partial<RegisteredComponent> = {},
): RegisteredComponent => ({
  ...{ id: `${modelId}/${name}`, modelId, name, release, supplier: '', purl: '' },
  ...over,
});
