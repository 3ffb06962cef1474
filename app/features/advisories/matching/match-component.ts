/** Whether a product of an advisory sits in a model of ours as a component or as its operating system. Pure. */
import { PackageURL } from 'packageurl-js';
import type { MatchConfidence, MatchReason } from '../../../../db/schema/index.server';
import { compact, wordsOf } from './fold';
import type { ProductGroup } from './product-groups';
import { hasDigit, productWords } from './product-words';
import type { RegisteredComponent } from './register';
import { vendorRelation, vendorWords } from './vendors';

export interface ComponentMatch {
  confidence: MatchConfidence;
  reasons: MatchReason[];
}

/** Type, namespace and name of a package address; null for anything else. */
function packageOf(purl: string): string | null {
  if (!purl.startsWith('pkg:')) return null;
  try {
    const { type, namespace, name } = PackageURL.fromString(purl);
    return [type, namespace ?? '', name].join('/').toLowerCase();
  } catch {
    return null;
  }
}

/** What components are looked up by: their name's letters and digits. */
export const componentKey = compact;

/** Keys under which components of ours may stand that this product could be: with and without numbers in the name. */
export function componentKeysOf(group: ProductGroup): string[] {
  const makers = vendorWords(group.vendor);
  const keys = new Set<string>();
  for (const name of group.names) {
    const { words } = productWords(name, makers);
    keys.add(words.join(''));
    keys.add(words.filter((word) => !hasDigit(word)).join(''));
    keys.add(compact(name));
  }
  for (const { product } of group.lines) {
    const name = packageOf(product.purl)?.split('/').pop();
    if (name) keys.add(compact(name));
  }
  return [...keys].filter((key) => key.length > 1);
}

const says = (rule: string, text: string, weighs: MatchReason['weighs']): MatchReason => ({ rule, says: text, weighs });

const described = ({ id, name, release }: RegisteredComponent): string =>
  `${id === null ? 'Its operating system is' : 'Its list of components holds'} ${[name, release].filter(Boolean).join(' ')}.`;

/** "VxWorks 653" against VxWorks 6.9: a number in the product's name has to be that of the release. */
function numbersAgree(extra: readonly string[], { release }: RegisteredComponent): 'yes' | 'no' | 'open' {
  if (extra.length === 0) return 'yes';
  if (release.trim() === '') return 'open';
  const begins = wordsOf(release);
  return extra.every((word) => begins.includes(word) || compact(release).startsWith(word)) ? 'yes' : 'no';
}

/** Null when this component is not that product. */
export function matchComponent(group: ProductGroup, component: RegisteredComponent): ComponentMatch | null {
  const ours = packageOf(component.purl);
  if (ours && group.lines.some(({ product }) => packageOf(product.purl) === ours)) {
    return {
      confidence: 'certain',
      reasons: [
        says('component', described(component), 'for'),
        says('purl', `Both have the package address ${ours}.`, 'for'),
      ],
    };
  }
  const makers = vendorWords(group.vendor, component.supplier);
  const own = productWords(component.name, makers);
  if (own.compact === '' || own.telling.size === 0) return null;
  // "VxWorks" with "653 MCE 3.x" in the place of versions is VxWorks 653 and no other.
  const theirs = group.names.slice(group.inPlace ? 1 : 0).map((name) => productWords(name, makers));
  const same = theirs.some((name) => name.compact === own.compact);
  const extra = same
    ? []
    : theirs
        .filter((name) => name.words.filter((word) => !hasDigit(word)).join('') === own.compact)
        .map((name) => name.words.filter(hasDigit))[0];
  if (!extra) return null;
  const agree = numbersAgree(extra, component);
  if (agree === 'no') return null;
  const vendor = component.supplier ? vendorRelation(group.vendor, component.supplier) : null;
  const reasons = [
    says('component', described(component), 'for'),
    says('name', `The advisory is about ${group.name}.`, 'for'),
    ...(vendor ? [says('vendor', vendor.says, 'for')] : []),
    ...(!vendor && component.supplier
      ? [says('vendor', `Nothing says that “${group.vendor}” and “${component.supplier}” are one firm.`, 'against')]
      : []),
    ...(!component.supplier ? [says('vendor', 'Who made the component is not recorded.', 'open')] : []),
    ...(agree === 'open' ? [says('name', `Whether it is ${extra.join(' ')} is not recorded.`, 'open')] : []),
  ];
  const confidence = agree === 'open' || (component.supplier && !vendor) ? 'possible' : vendor ? 'certain' : 'likely';
  return { confidence, reasons };
}
