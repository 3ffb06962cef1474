/** The fields that say what kind of letter is drafted, how urgent it is and how it looks. */
import { Select, TextField } from '../../ui/field';
import { OWN_KINDS, SEVERITY_IDS, SEVERITY_WORDS, THEME_WORDS, THEMES } from './letter-choices';
import { LETTER_KIND_WORDS } from './letter-kinds';

interface Fields {
  value: (name: string) => string | undefined;
  errors: (name: string) => string[] | undefined;
}

export const KindField = ({ value, errors }: Fields) => (
  <Select
    name="kind"
    label="Kind of letter"
    choices={OWN_KINDS.map((kind) => ({ value: kind, label: LETTER_KIND_WORDS[kind].label }))}
    value={value('kind') || 'supplier-request-letter'}
    errors={errors('kind')}
  />
);

export const UrgencyFields = ({ value, errors }: Fields) => (
  <>
    <Select
      name="severity"
      label="Severity"
      help="The clocks of the supplier are shorter for what is exploited."
      choices={SEVERITY_IDS.map((id) => ({ value: id, label: SEVERITY_WORDS[id] }))}
      value={value('severity') || 'not_rated'}
      errors={errors('severity')}
    />
    <TextField
      name="reply_by"
      type="date"
      label="Answer wanted by"
      help="Empty: the day that the clocks of this supplier give."
      value={value('reply_by')}
      errors={errors('reply_by')}
    />
  </>
);

export const ThemeField = ({ value, errors }: Fields) => (
  <Select
    name="theme"
    label="Look"
    help="Large print for readers who need it; black and white for fax and photocopies."
    choices={THEMES.map((id) => ({ value: id, label: THEME_WORDS[id] }))}
    value={value('theme') || 'standard'}
    errors={errors('theme')}
  />
);
