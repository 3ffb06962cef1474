/** Stating what is known of the vulnerability, on the page that needs it: the same facts as everywhere. */
import type { Actor } from '../../guard/actor';
import type { Conflict } from '../changes/act-on-change';
import { factField } from '../changes/fact-field-names';
import { type FieldErrors, type Kept, keptOf, postedText } from '../changes/posted';
import { stateFacts } from '../changes/state-facts.server';
import { storableText } from '../text-input';
import { THREAT_FACTS } from './threat';

export interface ThreatRefused {
  ok: false;
  errors: FieldErrors;
  kept: Kept;
  conflicts: Conflict[];
}

/** Records what was answered; null when the change is not there. One source holds for both answers. */
export async function stateThreat(
  actor: Actor,
  changeId: string,
  form: FormData,
): Promise<{ ok: true } | ThreatRefused | null> {
  const tidy = (name: string) => storableText(postedText(form, name)).trim().slice(0, 100_000);
  const source = { saidBy: tidy('said_by'), document: tidy('document'), page: '', date: '' };
  const wishes = THREAT_FACTS.flatMap(({ key, field }) => {
    const value = postedText(form, field);
    if (value === '') return [];
    const seen = form.has(`seen_${field}`) ? postedText(form, `seen_${field}`) : undefined;
    return [{ key, values: [value], because: '', source, seen, defaultsToUnknown: true }];
  });
  const stated = await stateFacts(actor, changeId, wishes);
  if (!stated) return null;
  if (stated.ok) return { ok: true };
  // A refusal of a fact belongs to the field that posted it.
  const errors = Object.fromEntries(
    Object.entries(stated.errors).map(([name, messages]) => [
      THREAT_FACTS.find(({ key }) => factField(key) === name)?.field ?? name,
      messages,
    ]),
  );
  return { ok: false, errors, kept: keptOf(form), conflicts: stated.conflicts };
}
