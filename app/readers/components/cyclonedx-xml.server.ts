/** Reads component lists in CycloneDX XML, 1.2 to 1.7. */
import { headOf } from '../head';
import { readBytes } from '../read-bytes.server';
import type { Reader } from '../reader';
import type { FileHead } from '../records';
import { openXml } from '../xml/open-xml.server';
import { readXml } from '../xml/read-xml';
import { type Collected, collector, NAMESPACE } from './cyclonedx-collect';
import { giveBom } from './cyclonedx-head.server';
import { pointingNowhere } from './cyclonedx-refs';
import { type CdxVersion, CYCLONEDX_VERSIONS, isCdxVersion } from './cyclonedx-shape';
import { xmlSchemaFaults } from './cyclonedx-xsd.server';

export const readCycloneDxXml: Reader = async (source, out) => {
  const bytes = await readBytes(source);
  const { text } = openXml(bytes);
  const { collected, handlers } = collector();
  await readXml(text, handlers, out);
  const version = versionOf(collected);
  if (typeof version !== 'string') return version;
  const format = `CycloneDX ${version} (XML)`;
  const faults = [...collected.problems, ...xmlSchemaFaults(bytes, version), ...collected.refs.problems];
  if (faults.length > 0) return headOf('cyclonedx', format, { errors: faults });
  out.checkCancelled();
  const { serialNumber, metadata, found, vulnerabilities, byRef, refs, pointing } = collected;
  return giveBom(out, {
    bom: { specVersion: version, serialNumber, version: collected.version, metadata },
    format,
    found,
    vulnerabilities,
    byRef,
    warnings: pointingNowhere(refs.known, pointing, version),
  });
};

/** The version that the namespace of the root states, or why the file is none that is read. */
function versionOf({ root }: Collected): CdxVersion | FileHead {
  const stated = NAMESPACE.exec(root?.uri ?? '')?.[1];
  const place = `line ${root?.line ?? 1}`;
  const refused = (rule: string, message: string) =>
    headOf('cyclonedx', 'CycloneDX (XML)', { errors: [{ place, rule, message }] });
  if (root?.local !== 'bom' || !stated) {
    const message = `The file begins with "${root?.local ?? ''}" in the namespace "${(root?.uri ?? '').slice(0, 120)}". A list begins with "bom" in http://cyclonedx.org/schema/bom/ and its version.`;
    return refused('CycloneDX namespace', message);
  }
  if (isCdxVersion(stated)) {
    if (root.uri.startsWith('https:'))
      return refused('CycloneDX namespace', 'Its namespace begins with https; the standard writes http.');
    return stated;
  }
  return refused(
    'CycloneDX version',
    `It is written in version "${stated}". Read are ${CYCLONEDX_VERSIONS.join(', ')}.`,
  );
}
