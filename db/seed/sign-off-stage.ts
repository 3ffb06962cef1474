/** Who is who in a demonstration history, and on which change they work. */
import type { Actor } from '../../app/guard/actor';
import type { Person } from './sign-off-acts';

export interface Stage {
  changeId: string;
  person: (who: Person) => Actor;
}
