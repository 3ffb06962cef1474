import { TextField } from '../../ui/field';
import type { FormState } from './form-state';

/** "Where does this come from?": the provenance of one statement. All of it may be left empty; empty means not recorded. */
export const SourceFields = ({ state }: { state: FormState }) => (
  <details open={state.refused !== null || undefined}>
    <summary className="min-h-6 cursor-pointer">Where does this come from?</summary>
    <div className="mt-2 flex flex-col gap-2">
      <TextField name="said_by" label="Who said so" value={state.value('said_by')} errors={state.errors('said_by')} />
      <TextField
        name="document"
        label="In which document"
        value={state.value('document')}
        errors={state.errors('document')}
      />
      <div className="grid grid-cols-2 gap-2">
        <TextField name="page" label="Page" value={state.value('page')} errors={state.errors('page')} />
        <TextField name="date" label="Dated" type="date" value={state.value('date')} errors={state.errors('date')} />
      </div>
    </div>
  </details>
);
