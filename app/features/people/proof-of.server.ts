/** The fields of the proof, out of a posted form. */
import { type Proof, proofFields } from '../../guard/step-up.server';
import { postedText } from '../changes/posted';

/** What was typed, each as far as it may be long; longer is another text, and refused as such. */
export function proofOf(form: FormData): Proof {
  const names = Object.keys(proofFields) as (keyof Proof)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const given = proofFields[name].safeParse(postedText(form, name));
      return given.success && given.data ? [[name, given.data]] : [];
    }),
  );
}
