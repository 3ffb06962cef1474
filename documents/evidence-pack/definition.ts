import { type DocumentDefinition, safeFileName } from '../document';
import type { EvidencePack } from './model';
import { contentsOf, EvidencePackDocument } from './pack';
import { evidencePackSamples } from './samples';

export const evidencePackDefinition: DocumentDefinition<EvidencePack> = {
  component: EvidencePackDocument,
  samples: evidencePackSamples,
  fileName: (model) => safeFileName(`evidence-pack-${model.scope}-${model.cut.seq}`),
  contents: contentsOf,
};
