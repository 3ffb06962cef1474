/** Reads component lists in CycloneDX JSON, 1.2 to 1.7. */
import { headOf } from '../head';
import { readJson } from '../json/read-json.server';
import { LIMITS, type Reader } from '../reader';
import type { Problem } from '../records';
import { giveBom } from './cyclonedx-head.server';
import { type Pointing, pointingNowhere, refsIn } from './cyclonedx-refs';
import { schemaFaults } from './cyclonedx-schema.server';
import { type CdxBom, type CdxComponent, CYCLONEDX_VERSIONS, componentOf, isCdxVersion } from './cyclonedx-shape';
import { type FoundComponent, tooManyComponents } from './give-components';

interface CdxRelations {
  dependencies?: { ref: string; dependsOn?: string[] }[];
}

export const readCycloneDxJson: Reader = async (source, out) => {
  const bom = await readJson(source);
  out.checkCancelled();
  out.progress(source.size / 2);
  if (typeof bom !== 'object' || bom === null) return unknownVersion(undefined);
  const stated = 'specVersion' in bom ? bom.specVersion : undefined;
  if (!isCdxVersion(stated)) return unknownVersion(stated);
  const format = `CycloneDX ${stated}`;
  const tooMany = countComponents(bom);
  if (tooMany) return tooManyComponents(tooMany);
  const faults = [...mixedVersion(bom, stated), ...schemaFaults(bom, stated, source.size)];
  if (faults.length > 0) return headOf('cyclonedx', format, { errors: faults });
  const { problems, known } = refsIn(bom, stated);
  if (problems.length > 0) return headOf('cyclonedx', format, { errors: problems });
  out.checkCancelled();
  // The schema says that it has this shape.
  const checked = bom as CdxBom & CdxRelations;
  const { found, byRef } = listed(checked.components ?? []);
  if (checked.metadata?.component) collect(checked.metadata.component, byRef);
  const head = await giveBom(out, {
    bom: checked,
    format,
    found,
    vulnerabilities: checked.vulnerabilities ?? [],
    byRef,
    warnings: pointingNowhere(known, pointings(checked), stated),
  });
  out.progress(source.size);
  return head;
};

/** A file whose version is unknown, or not stated. */
function unknownVersion(stated: unknown) {
  const known = CYCLONEDX_VERSIONS.join(', ');
  const message =
    stated === undefined
      ? `It does not say which version of CycloneDX it is written in. Read are ${known}.`
      : `It is written in version "${String(stated).slice(0, 40)}". Read are ${known}.`;
  const errors = [{ place: '/specVersion', rule: 'CycloneDX version', message }];
  return headOf('cyclonedx', 'CycloneDX', { errors });
}

/** A file that names the schema of one version and says that it is written in another. */
function mixedVersion(bom: object, stated: string): Problem[] {
  const schema = '$schema' in bom ? bom.$schema : undefined;
  const named =
    typeof schema === 'string' ? /\/bom-(\d+\.\d+)[a-z]?(-strict)?\.schema\.json$/.exec(schema)?.[1] : undefined;
  if (!named || named === stated) return [];
  const message = `It names the schema of version ${named} and says that it is written in ${stated}.`;
  return [{ place: '/$schema', rule: `CycloneDX ${stated} schema`, message }];
}

/** Place of the first component beyond the limit, counted before anything is checked; null when there are few enough. */
function countComponents(bom: object): string | null {
  let count = 0;
  const walk = (list: unknown, place: string): string | null => {
    if (!Array.isArray(list)) return null;
    for (const [n, one] of list.entries()) {
      count += 1;
      if (count > LIMITS.components) return `${place}/${n}`;
      if (typeof one === 'object' && one !== null && 'components' in one) {
        const inner = walk(one.components, `${place}/${n}/components`);
        if (inner) return inner;
      }
    }
    return null;
  };
  return 'components' in bom ? walk(bom.components, '/components') : null;
}

/** All components at any depth, each before those it holds. */
function listed(components: CdxComponent[]) {
  const found: FoundComponent[] = [];
  const byRef = new Map<string, CdxComponent>();
  const walk = (list: CdxComponent[], place: string): void => {
    list.forEach((one, n) => {
      const here = `${place}/${n}`;
      found.push(componentOf(one, here));
      if (one['bom-ref'] !== undefined) byRef.set(one['bom-ref'], one);
      if (one.components) walk(one.components, `${here}/components`);
    });
  };
  walk(components, '/components');
  return { found, byRef };
}

function collect(component: CdxComponent, byRef: Map<string, CdxComponent>): void {
  if (component['bom-ref'] !== undefined) byRef.set(component['bom-ref'], component);
  for (const one of component.components ?? []) collect(one, byRef);
}

function* pointings({ dependencies = [], vulnerabilities = [] }: CdxBom & CdxRelations): Generator<Pointing> {
  for (const [n, { ref, dependsOn = [] }] of dependencies.entries()) {
    yield { ref, place: `/dependencies/${n}/ref` };
    for (const [m, on] of dependsOn.entries()) yield { ref: on, place: `/dependencies/${n}/dependsOn/${m}` };
  }
  for (const [n, { affects = [] }] of vulnerabilities.entries()) {
    for (const [m, { ref }] of affects.entries()) yield { ref, place: `/vulnerabilities/${n}/affects/${m}/ref` };
  }
}
