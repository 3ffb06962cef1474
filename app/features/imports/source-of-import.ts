/** An import as the source of what it says: its file, and when it is from. Pure. */
import type { Source } from '../provenance/source';

export interface ImportedFile {
  fileName: string;
  sha256: string;
  createdAt: Date;
  options: { documentDate?: string; saidBy?: string };
}

/** The file by its name, with the beginning of its digest: two files of one name are two sources. */
export const sourceOfImport = ({ fileName, sha256, createdAt, options }: ImportedFile): Source => ({
  saidBy: options.saidBy ?? '',
  document: `${fileName.slice(0, 200)} (SHA-256 ${sha256.slice(0, 12)}…)`,
  page: '',
  date: options.documentDate || createdAt.toISOString().slice(0, 10),
});
