/** Patches of a model: the table, and the form of one. */
import { Link } from '@remix-run/react';
import { StateBadge } from '../../ui/badge';
import { Select, TextArea, TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { shorten } from '../../ui/long-text';
import { TableRegion } from '../../ui/table';
import { dateInWords } from '../../ui/time';
import type { FormValues } from '../form-values';
import { SourceLine } from '../provenance/fact-list';
import { SourceFields } from '../provenance/source-fields';
import { PATCH_STATES } from './patch-form';
import type { PatchView } from './patches.server';
import type { ResolvedPatch } from './supersedence';

const listed = (names: readonly string[]) =>
  names
    .slice(0, 6)
    .map((name) => shorten(name, 40))
    .join(', ') + (names.length > 6 ? ` and ${names.length - 6} more` : '');

function Standing({ one }: { one: ResolvedPatch<PatchView> }) {
  const { state, validatedOn } = one.patch;
  return (
    <>
      {state === 'validated' ? (
        <StateBadge state={one.validatedButReplaced ? 'warning' : 'settled'}>
          validated{validatedOn ? ` ${dateInWords(validatedOn)}` : ', day not said'}
        </StateBadge>
      ) : state === 'refused' ? (
        <StateBadge state="error">refused{validatedOn ? ` ${dateInWords(validatedOn)}` : ''}</StateBadge>
      ) : (
        <StateBadge state="open">not said</StateBadge>
      )}
      {one.validatedButReplaced ? (
        <span className="block">validated, but replaced by {listed(one.supersededBy)}</span>
      ) : one.supersededBy.length > 0 ? (
        <span className="quiet block">replaced by {listed(one.supersededBy)}</span>
      ) : null}
      {one.olderValidated.length > 0 ? (
        <span className="block">the older {listed(one.olderValidated)} is validated, this is not</span>
      ) : null}
      {one.inCircle ? <span className="block">stands in a circle of patches that replace each other</span> : null}
    </>
  );
}

export function PatchesTable(props: { patches: ResolvedPatch<PatchView>[]; modelId: string; mayEdit: boolean }) {
  return (
    <TableRegion label="Patches">
      <table className="data-table stacks">
        <thead>
          <tr>
            <th scope="col">Patch</th>
            <th scope="col">Published</th>
            <th scope="col">Mends</th>
            <th scope="col">Replaces</th>
            <th scope="col">The maker</th>
            <th scope="col">Source</th>
            {props.mayEdit ? <th scope="col">Edit</th> : null}
          </tr>
        </thead>
        <tbody>
          {props.patches.map((one) => (
            <tr key={one.patch.id}>
              <th scope="row" className="font-medium">
                {shorten(one.patch.patch, 60)}
                {one.patch.title ? (
                  <span className="quiet block font-normal">{shorten(one.patch.title, 120)}</span>
                ) : null}
              </th>
              <td data-label="Published">
                {one.patch.published ? dateInWords(one.patch.published) : <span className="quiet">not known</span>}
              </td>
              <td data-label="Mends" className="md:min-w-36">
                {listed(one.patch.cves) || '–'}
              </td>
              <td data-label="Replaces" className="md:min-w-28">
                {listed(one.replaces) || '–'}
              </td>
              <td data-label="The maker">
                <Standing one={one} />
              </td>
              <td data-label="Source">
                <SourceLine source={one.patch.source} />
              </td>
              {props.mayEdit ? (
                <td data-label="" className="whitespace-nowrap">
                  <Link
                    className="btn btn-ghost btn-xs"
                    to={`/devices/${props.modelId}/patches?patch=${one.patch.id}#patch`}
                    aria-label={`Edit ${shorten(one.patch.patch, 60)}`}
                  >
                    Edit
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** What the form of a saved patch shows. */
export const patchShown = (patch: PatchView | null): Record<string, string | null> =>
  patch
    ? {
        ...{ id: patch.id, patch: patch.patch, title: patch.title, published: patch.published, state: patch.state },
        ...{ supersedes: patch.supersedes.join(', '), cves: patch.cves.join(', '), validatedOn: patch.validatedOn },
        ...{ saidBy: patch.source.saidBy, sourceDocument: patch.source.document },
        ...{ sourcePage: patch.source.page, sourceDate: patch.source.date },
      }
    : { state: 'not_said' };

export function PatchFormPanel(props: { form: FormValues; version: number; submit: string }) {
  const { form } = props;
  const text = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <PostForm className="flex flex-col gap-4">
      <FormErrors errors={form.summary} />
      <input type="hidden" name="id" value={form.value('id')} />
      <input type="hidden" name="version" value={form.version(props.version)} />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <TextField {...text('patch')} label="Patch" required help="KB4012212." />
        <TextField {...text('title')} label="Title" />
        <TextField {...text('published')} type="date" label="Published" />
        <TextArea
          {...text('supersedes')}
          rows={2}
          label="Replaces"
          help="Numbers of the patches it takes the place of."
        />
        <TextArea {...text('cves')} rows={2} label="Mends" help="CVE numbers." />
        <div className="flex flex-col gap-3">
          <Select {...text('state')} label="The maker" choices={PATCH_STATES} />
          <TextField {...text('validatedOn')} type="date" label="Said on" />
        </div>
      </div>
      <SourceFields form={form} />
      <div>
        <Submit>{props.submit}</Submit>
      </div>
    </PostForm>
  );
}
