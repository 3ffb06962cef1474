/** Collects what is read of a CycloneDX file in XML while it goes by. Memory grows with the components, not the file. */
import { LIMITS } from '../reader';
import type { Problem } from '../records';
import type { XmlHandlers, XmlTag } from '../xml/read-xml';
import { nodeOf, type XmlNode } from '../xml/tree';
import { componentNode, metadataNode, vulnerabilityNode } from './cyclonedx-nodes';
import { type Pointing, type Refs, take } from './cyclonedx-refs';
import { type CdxBom, type CdxComponent, type CdxVulnerability, componentOf } from './cyclonedx-shape';
import { type FoundComponent, tooManyComponents } from './give-components';

export const NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/;

export interface Collected {
  root: { local: string; uri: string; line: number } | null;
  serialNumber?: string;
  version?: number;
  metadata: CdxBom['metadata'];
  found: FoundComponent[];
  byRef: Map<string, CdxComponent>;
  vulnerabilities: CdxVulnerability[];
  refs: Refs;
  pointing: Pointing[];
  problems: Problem[];
}

/** Ways to elements that are kept whole, as names from the root. Components are listed under "components" at any depth. */
const WHOLE = new Set(['bom/metadata', 'bom/vulnerabilities/vulnerability']);
const LISTED = /^bom(\/components\/component)+$/;
/** What components hold others in; these are listed themselves. */
const HOLDING = /^bom(\/components\/component)+\/components$/;
/** Within one that is kept whole, what may be large and is not read. */
const DROPPED = new Set(['proofOfConcept', 'signature', 'licenses', 'components', 'tools']);

export function collector(): { collected: Collected; handlers: XmlHandlers } {
  const collected: Collected = {
    root: null,
    metadata: undefined,
    found: [],
    byRef: new Map(),
    vulnerabilities: [],
    refs: { problems: [], known: new Set() },
    pointing: [],
    problems: [],
  };
  /** The way from the root to the element that is open, and to each around it. */
  const ways: string[] = [];
  /** Elements that are being kept, the innermost last; with the depth at which each stands. */
  const open: { node: XmlNode; depth: number; place: number; listed: number }[] = [];
  let dropped = 0;
  let line = 0;

  const begin = (tag: XmlTag, way: string): void => {
    const top = open.at(-1);
    const component = tag.local === 'component' && LISTED.test(way);
    if (component || WHOLE.has(way)) {
      if (component && collected.found.length >= LIMITS.components) tooManyComponents(`line ${line}`);
      open.push({ node: nodeOf(tag), depth: ways.length, place: line, listed: collected.found.length });
      // Keeps the place of the component before those it holds, as in the file.
      if (component) collected.found.push(componentOf({ name: '' }, ''));
    } else if (top && dropped === 0) {
      if (DROPPED.has(tag.local) && !HOLDING.test(way)) dropped = ways.length;
      else {
        const node = nodeOf(tag);
        top.node.children.push(node);
        open.push({ node, depth: ways.length, place: top.place, listed: -1 });
      }
    }
  };

  const finish = (node: XmlNode, way: string, place: number, listed: number): void => {
    if (node.name === 'component' && LISTED.test(way)) {
      const component = componentNode(node);
      collected.found[listed] = componentOf(component, `line ${place}`);
      if (component['bom-ref'] !== undefined) collected.byRef.set(component['bom-ref'], component);
    } else if (way === 'bom/metadata') {
      const subject = node.children.find(({ name }) => name === 'component');
      const component = subject && componentNode(subject);
      collected.metadata = metadataNode(node, component);
      if (component?.['bom-ref'] !== undefined) collected.byRef.set(component['bom-ref'], component);
    } else if (way === 'bom/vulnerabilities/vulnerability') {
      const vulnerability = vulnerabilityNode(node);
      collected.vulnerabilities.push(vulnerability);
      for (const { ref } of vulnerability.affects ?? []) collected.pointing.push({ ref, place: `line ${place}` });
    }
  };

  const handlers: XmlHandlers = {
    open(tag, at) {
      line = at;
      const way = ways.length === 0 ? tag.local : `${ways.at(-1)}/${tag.local}`;
      ways.push(way);
      if (collected.root === null) takeRoot(collected, tag, at);
      else if (tag.uri !== collected.root.uri && NAMESPACE.test(tag.uri)) foreignVersion(collected, tag, at);
      const ref = tag.attributes['bom-ref']?.value;
      if (ref !== undefined) take(collected.refs, ref, () => `line ${at}`, NAMESPACE.exec(tag.uri)?.[1] ?? '');
      if (tag.local === 'dependency' && way.startsWith('bom/dependencies/')) {
        collected.pointing.push({ ref: tag.attributes.ref?.value ?? '', place: `line ${at}` });
      }
      begin(tag, way);
    },
    text(text) {
      const top = open.at(-1);
      if (top && dropped === 0 && top.depth === ways.length) top.node.text += text;
    },
    close() {
      if (dropped === ways.length) dropped = 0;
      const top = open.at(-1);
      if (top?.depth === ways.length) {
        open.pop();
        finish(top.node, ways.at(-1) ?? '', top.place, top.listed);
      }
      ways.pop();
    },
  };
  return { collected, handlers };
}

function takeRoot(collected: Collected, { local, uri, attributes }: XmlTag, line: number): void {
  collected.root = { local, uri, line };
  collected.serialNumber = attributes.serialNumber?.value;
  const version = Number(attributes.version?.value ?? '1');
  collected.version = Number.isInteger(version) ? version : 1;
}

/** The schema lets elements of other namespaces through, so one of another version would pass unread. */
function foreignVersion(collected: Collected, { local, uri }: XmlTag, line: number): void {
  if (collected.problems.length > LIMITS.problems) return;
  const message = `The element "${local.slice(0, 60)}" belongs to ${uri}, the file to ${collected.root?.uri}. Versions do not mix.`;
  collected.problems.push({ place: `line ${line}`, rule: 'CycloneDX namespace', message });
}
