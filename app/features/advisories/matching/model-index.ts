/** Models of the register by what an advisory may name them by, so that each product is held against few. Pure. */
import { compact } from './fold';
import type { ProductGroup } from './product-groups';
import { isModelNumber, productWords } from './product-words';
import type { RegisteredModel } from './register';
import { vendorIds, vendorWords } from './vendors';

export interface ModelIndex {
  /** Every model that may be meant, each once. */
  candidates(group: ProductGroup): RegisteredModel[];
}

const NOBODY: ReadonlySet<string> = new Set();

/** More models than these under one word, and the word tells nothing. */
const TOO_COMMON = 200;

class Lists {
  private readonly lists = new Map<string, RegisteredModel[]>();
  add(key: string, model: RegisteredModel): void {
    const list = this.lists.get(key);
    if (list) list.push(model);
    else this.lists.set(key, [model]);
  }
  get(key: string): readonly RegisteredModel[] {
    return this.lists.get(key) ?? [];
  }
}

/** Of the names, those that carry no maker; a maker's own words are left out when the two are compared. */
const wordsOfModel = ({ name, supplier }: RegisteredModel) => productWords(name, vendorWords(supplier));

/** Builds the index once for any number of advisories. */
export function modelIndex(models: readonly RegisteredModel[]): ModelIndex {
  const [byVendor, byWord, byNumber, byIdentifier] = [new Lists(), new Lists(), new Lists(), new Lists()];
  for (const model of models) {
    for (const id of vendorIds(model.supplier)) byVendor.add(id, model);
    const words = wordsOfModel(model);
    for (const word of words.telling) byWord.add(word, model);
    if (words.compact !== '') byWord.add(words.compact, model);
    const number = compact(model.modelNumber);
    if (isModelNumber(number)) byNumber.add(number, model);
    if (model.udiDi) byIdentifier.add(compact(model.udiDi), model);
  }
  return {
    candidates(group) {
      const found = new Set<RegisteredModel>();
      const take = (list: readonly RegisteredModel[]) => {
        for (const model of list) found.add(model);
      };
      for (const id of vendorIds(group.vendor)) take(byVendor.get(id));
      for (const number of group.numbers) take(byNumber.get(number));
      for (const name of group.names) {
        const words = productWords(name, NOBODY);
        for (const word of [...words.telling, words.compact]) {
          const list = byWord.get(word);
          if (list.length <= TOO_COMMON) take(list);
        }
      }
      for (const { product } of group.lines)
        for (const one of product.identifiers) take(byIdentifier.get(compact(one)));
      return [...found];
    },
  };
}
