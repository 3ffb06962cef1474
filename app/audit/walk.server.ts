/** Follows a chain event by event. Used on the database and on an exported file alike. */
import { hashOf } from './append.server';
import { type ChainedEvent, canonicalEvent, GENESIS } from './chain';

export interface StoredEvent extends ChainedEvent {
  hash: string;
}

export interface Fault {
  /** Number of the event at which the chain breaks. */
  at: number;
  words: string;
}

/** A walk that begins before the first event. */
export class ChainWalk {
  /** Number of the last event that was in order. */
  seq = 0;
  /** Its hash. */
  hash = GENESIS;

  /** Takes the next event. Null when it follows the one before and is unaltered; the walk ends at the first fault. */
  step({ hash: stored, ...event }: StoredEvent): Fault | null {
    const { seq } = event;
    if (seq < this.seq + 1) return { at: seq, words: `event ${seq} is out of place` };
    if (seq > this.seq + 1) {
      return { at: this.seq + 1, words: `event ${this.seq + 1} is missing: the next one is ${seq}` };
    }
    if (event.previousHash !== this.hash) return { at: seq, words: `event ${seq} does not follow event ${this.seq}` };
    if (hashOf(canonicalEvent(event)) !== stored) return { at: seq, words: `event ${seq} was altered` };
    this.seq = seq;
    this.hash = stored;
    return null;
  }
}
