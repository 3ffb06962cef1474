/** What the page of one drawing shows. */
import type { Drawing } from '../../ui/chart-layout';

export interface DrawingPageView {
  name: string;
  edition: string;
  back: string;
  part: string;
  /** In per cent. */
  size: number;
  drawing: Drawing;
  summary: string;
  parts: { part: string; address: string }[];
  sizes: { size: number; address: string }[];
}
