/** Standard output, in blocks. */
import { once } from 'node:events';

/** Collects small writes into blocks, and waits while whoever reads is slower than we are. */
export class Output {
  private static readonly BLOCK = 65_536;
  private held = '';

  async write(text: string): Promise<void> {
    this.held += text;
    if (this.held.length >= Output.BLOCK) await this.flush();
  }

  async flush(): Promise<void> {
    const block = this.held;
    this.held = '';
    if (block !== '' && !process.stdout.write(block)) await once(process.stdout, 'drain');
  }
}
