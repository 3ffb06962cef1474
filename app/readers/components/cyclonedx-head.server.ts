/** What is the same for CycloneDX in JSON and in XML: records, and the head. */
import { headOf } from '../head';
import type { Out } from '../reader';
import type { FileHead, Problem } from '../records';
import { statementFacts } from '../statement-facts';
import { advisoryIn } from './cyclonedx-advisory';
import type { CdxBom, CdxComponent, CdxVulnerability } from './cyclonedx-shape';
import { componentWarnings, type FoundComponent, giveComponents, listFacts } from './give-components';

export interface FoundBom {
  bom: CdxBom;
  format: string;
  found: FoundComponent[];
  vulnerabilities: CdxVulnerability[];
  /** Components that vulnerabilities may point at, by identifier. */
  byRef: ReadonlyMap<string, CdxComponent>;
  warnings: Problem[];
}

/** Hands on what a valid file holds. */
export async function giveBom(
  out: Out,
  { bom, format, found, vulnerabilities, byRef, warnings }: FoundBom,
): Promise<FileHead> {
  await giveComponents(out, found);
  const advisory = advisoryIn(bom, vulnerabilities, byRef);
  if (advisory) await out.records([{ kind: 'advisory', place: '/vulnerabilities', warnings: [], value: advisory }]);
  const rule = `CycloneDX ${bom.specVersion}`;
  return headOf('cyclonedx', format, {
    warnings: [...warnings, ...componentWarnings(rule, found)],
    asOf: bom.metadata?.timestamp ?? null,
    facts: {
      ...listFacts(bom.specVersion, bom.metadata?.component?.name ?? '', found),
      ...(advisory && {
        cve_ids: [...new Set(advisory.vulnerabilities.flatMap(({ cve }) => cve || []))],
        statements: statementFacts(advisory.statements),
      }),
    },
  });
}
