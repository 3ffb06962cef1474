/** README.txt of a pack. Pure. */
import type { Material } from './material';

/** What is in the pack and how to check it, in plain text. */
export const readme = ({ organisation, trail }: Material): string => `Evidence pack of ${organisation.name}
Cut at event ${trail.seq} of the audit trail, ${trail.at}

pack.pdf            for reading: completeness first, then one chapter a change
pack.json           the same and everything that was too long to print
manifest.json       every file with its size and SHA-256; manifest.sig signs it (Ed25519)
chain.ndjson        number and hash of every event up to the cut
trail.ndjson        the events of what this pack is about, whole
checkpoints.ndjson  signed heads of the chain
signatures.json     what people signed, word for word
snapshots/          what each signature covers, word for word
documents/ letters/ replies/ attachments/   the files themselves
library/            outlines of the charts that were walked
verify.html         open it in a browser, without a network, and drop the ZIP on it

To verify on a command line: changemark audit verify FILE.zip
Compare the name of the key with the one that ${organisation.name} gave you by another way.

Nothing here claims conformity with any regulation.
`;
