import { TextField } from '../../ui/field';
import type { FormValues } from '../form-values';
import { COMMON_SYSTEMS } from './os-support';

const unique = (texts: string[]) => [...new Set(texts)];

/** Operating system and release, with the common ones offered; any other text is as good. */
export function OsFields({ form, inherited }: { form: FormValues; inherited?: string }) {
  return (
    <>
      <TextField
        name="osProduct"
        label="Operating system"
        list="os-products"
        help={
          inherited
            ? `Leave empty where it is the model’s: ${inherited}.`
            : '“Windows”, “Windows Embedded Standard”, “VxWorks”.'
        }
        value={form.value('osProduct')}
        errors={form.errors('osProduct')}
      />
      <datalist id="os-products">
        {unique(COMMON_SYSTEMS.map(({ product }) => product)).map((product) => (
          <option key={product} value={product} />
        ))}
      </datalist>
      <TextField
        name="osRelease"
        label="Release of the operating system"
        list="os-releases"
        help="“7 SP1”, “10 Enterprise LTSC 2019”: the support dates hang on it."
        value={form.value('osRelease')}
        errors={form.errors('osRelease')}
      />
      <datalist id="os-releases">
        {unique(COMMON_SYSTEMS.map(({ release }) => release)).map((release) => (
          <option key={release} value={release} />
        ))}
      </datalist>
    </>
  );
}
