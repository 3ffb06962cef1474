/** What a page shows of a stored file. */
export interface ShownFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
  verdict: 'clean' | 'active_content';
  findings: string[];
}
