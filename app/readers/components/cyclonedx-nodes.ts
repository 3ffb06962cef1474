/** Parts of a CycloneDX file in XML in the shape they have in JSON, as far as they are read. */
import { child, children, textOf, type XmlNode } from '../xml/tree';
import type { CdxBom, CdxComponent, CdxParty, CdxVulnerability } from './cyclonedx-shape';

const party = (node: XmlNode | undefined): CdxParty | undefined => node && { name: textOf(node, 'name') };
const numberIn = (text: string | undefined): number | undefined =>
  text === undefined || !/^\s*-?[\d.]+\s*$/.test(text) ? undefined : Number(text);

/** A component without those it holds. */
export const componentNode = (node: XmlNode): CdxComponent => ({
  'bom-ref': node.attributes['bom-ref'],
  name: textOf(node, 'name') ?? '',
  group: textOf(node, 'group'),
  version: textOf(node, 'version'),
  versionRange: textOf(node, 'versionRange'),
  purl: textOf(node, 'purl'),
  cpe: textOf(node, 'cpe'),
  publisher: textOf(node, 'publisher'),
  author: textOf(node, 'author'),
  supplier: party(child(node, 'supplier')),
  manufacturer: party(child(node, 'manufacturer')),
  properties: children(child(node, 'properties'), 'property').map((one) => ({
    name: one.attributes.name,
    value: one.text,
  })),
});

export const metadataNode = (node: XmlNode, component: CdxComponent | undefined): CdxBom['metadata'] => ({
  timestamp: textOf(node, 'timestamp'),
  component,
  supplier: party(child(node, 'supplier')),
  manufacture: party(child(node, 'manufacture')),
  manufacturer: party(child(node, 'manufacturer')),
  authors: children(child(node, 'authors'), 'author').map((one) => ({ name: textOf(one, 'name') })),
});

export function vulnerabilityNode(node: XmlNode): CdxVulnerability {
  const analysis = child(node, 'analysis');
  return {
    id: textOf(node, 'id'),
    references: children(child(node, 'references'), 'reference').map((one) => ({ id: textOf(one, 'id') })),
    ratings: children(child(node, 'ratings'), 'rating').map((one) => ({
      score: numberIn(textOf(one, 'score')),
      method: textOf(one, 'method'),
      vector: textOf(one, 'vector'),
    })),
    cwes: children(child(node, 'cwes'), 'cwe').flatMap(({ text }) => numberIn(text) ?? []),
    description: textOf(node, 'description'),
    detail: textOf(node, 'detail'),
    recommendation: textOf(node, 'recommendation'),
    workaround: textOf(node, 'workaround'),
    advisories: children(child(node, 'advisories'), 'advisory').map((one) => ({ url: textOf(one, 'url') })),
    published: textOf(node, 'published'),
    analysis: analysis && {
      state: textOf(analysis, 'state'),
      justification: textOf(analysis, 'justification'),
      response: children(child(analysis, 'responses'), 'response').map(({ text }) => text),
      detail: textOf(analysis, 'detail'),
    },
    affects: children(child(node, 'affects'), 'target').map((one) => ({
      ref: textOf(one, 'ref') ?? '',
      versions: children(child(one, 'versions'), 'version').map((each) => ({
        version: textOf(each, 'version'),
        range: textOf(each, 'range'),
        status: textOf(each, 'status'),
      })),
    })),
  };
}
