/** Holds a CycloneDX file in XML against the official schema of its version, with libxml2 as WebAssembly. */
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { LIMITS } from '../reader';
import type { Problem } from '../records';
import { xmlSchema, xmlSchemaName } from './cyclonedx-files.server';
import type { CdxVersion } from './cyclonedx-shape';

/** Address of the one file that the schemas include; nothing else can be fetched. */
const HOME = 'cyclonedx:/';
const SHARED = 'spdx.SNAPSHOT.xsd';

const built = new Map<CdxVersion, XsdValidator>();
let served = false;

function validator(version: CdxVersion): XsdValidator {
  let found = built.get(version);
  if (!found) {
    if (!served) xmlRegisterInputProvider(new XmlBufferInputProvider({ [HOME + SHARED]: xmlSchema(SHARED) }));
    served = true;
    const name = xmlSchemaName(version);
    const schema = XmlDocument.fromBuffer(xmlSchema(name), { url: HOME + name });
    try {
      found = XsdValidator.fromDoc(schema);
    } finally {
      schema.dispose();
    }
    built.set(version, found);
  }
  return found;
}

/** Faults of a file; none when it is as the schema wants it. Entities and limits were looked at before. */
export function xmlSchemaFaults(bytes: Buffer, version: CdxVersion): Problem[] {
  const rule = `CycloneDX ${version} schema`;
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE });
    validator(version).validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.slice(0, LIMITS.problems + 1).map((one) => fault(one, rule));
    throw error;
  } finally {
    document?.dispose();
  }
}

/** What the library says, without the long names of namespaces. */
function fault({ message, line }: { message: string; line: number }, rule: string): Problem {
  const words = message
    .replaceAll(/\{http:\/\/cyclonedx\.org\/schema\/[^}]*\}/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { place: line > 0 ? `line ${line}` : '', rule, message: words.slice(0, 400) };
}
