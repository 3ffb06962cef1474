/** The thread that looks into files from outside: what they do to a parser, they do to it and not to the pages. */
import { examine } from './examine.server';

export default ({ name, bytes }: { name: string; bytes: Uint8Array }) => examine(name, bytes);
