import type { FieldErrors } from './posted';

/**
 * Undoes a transaction whose form is refused half way (a reference already taken, units already changed). It never
 * leaves the use case: the one that opened the transaction turns it into a refusal value.
 */
export class RefusedInside extends Error {
  constructor(readonly errors: FieldErrors) {
    super('refused');
  }
}
