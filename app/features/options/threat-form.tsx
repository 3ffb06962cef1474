/** "What is known of the vulnerability": two answers with one source. Works without JavaScript. */

import { VECTORS } from '../../regulation/options/exposure-rules';
import { Radios, Select, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice } from '../../ui/page';
import { VECTOR_WORDS } from './option-words';
import type { ThreatRefused } from './state-threat.server';
import type { StatedThreat } from './threat';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function ThreatForm({ stated, refused }: { stated: StatedThreat; refused: ThreatRefused | null }) {
  const value = (name: 'vector' | 'exploited') => (refused ? (refused.kept[name]?.[0] ?? '') : stated[name].value);
  const seen = (name: 'vector' | 'exploited', key: string) =>
    refused?.conflicts.find((conflict) => conflict.key === key)?.statementId ?? stated[name].statementId;
  const text = (name: string) => ({ name, value: refused?.kept[name]?.[0] ?? '', errors: refused?.errors[name] });
  return (
    <details className="no-print mt-2" open={refused !== null || undefined}>
      <summary className="min-h-6 cursor-pointer">Say what is known of the vulnerability</summary>
      <PostForm className="mt-2 flex max-w-xl flex-col gap-3">
        <FormErrors errors={refused?.errors['']} />
        {refused?.conflicts.map((conflict) => (
          <Notice key={conflict.key} kind="warning" title={`${conflict.by} has said something else meanwhile`}>
            {conflict.label} {conflict.by}: {conflict.theirs}. You: {conflict.yours}. Send it again to let yours stand;
            both stay in the record.
          </Notice>
        ))}
        <input type="hidden" name="seen_vector" value={seen('vector', 'attack_vector')} />
        <input type="hidden" name="seen_exploited" value={seen('exploited', 'public_exploit')} />
        <Select
          name="vector"
          label="Where can it be attacked from?"
          help="As in the published score. Left as it is, the vector of the listed vulnerabilities counts."
          blank="Nothing stated"
          value={value('vector')}
          errors={refused?.errors.vector}
          choices={[
            ...VECTORS.map((vector) => ({ value: vector, label: capital(VECTOR_WORDS[vector]) })),
            { value: 'unknown', label: 'Not known' },
          ]}
        />
        <Radios
          name="exploited"
          label="Is code to exploit it public, or is it listed as exploited?"
          inline
          value={value('exploited')}
          errors={refused?.errors.exploited}
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unknown', label: 'Not known' },
          ]}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField {...text('said_by')} label="Who said so" />
          <TextField {...text('document')} label="In which document" />
        </div>
        <div>
          <Submit small>Record and compare again</Submit>
        </div>
      </PostForm>
    </details>
  );
}
