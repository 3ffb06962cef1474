/** Small parts of an XML file as trees, for what is easier looked at whole. */
import type { XmlTag } from './read-xml';

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

export function nodeOf(tag: XmlTag): XmlNode {
  const attributes: Record<string, string> = {};
  for (const name in tag.attributes) attributes[name] = tag.attributes[name]?.value ?? '';
  return { name: tag.local, attributes, children: [], text: '' };
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];

/** Text of the first child of that name as written; undefined where there is none. */
export const textOf = (node: XmlNode | undefined, name: string): string | undefined => child(node, name)?.text;
