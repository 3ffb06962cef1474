/** Choosing files. A plain form: the browser streams them by itself, with and without JavaScript. */
import { FormErrors } from '../../ui/form';
import {
  ACCEPT_ATTRIBUTE,
  ACCEPTED_WORDS,
  LARGEST_FILE,
  LARGEST_REPLY,
  MEGABYTE,
  MOST_FILES,
} from '../files/upload-limits';
import { BigButton } from './reply-frame';

export function UploadForm({ csrf, errors }: { csrf: string; errors?: string[] }) {
  return (
    <form
      method="post"
      action="/reply/files?index"
      encType="multipart/form-data"
      className="panel flex flex-col gap-3 p-4"
    >
      {/* Before the files: what does not carry the token is not read any further. */}
      <input type="hidden" name="csrf" value={csrf} />
      <p>
        Documents that support your answers; or the filled answer form, the questions as data, or a VEX, CSAF or
        CycloneDX file: these are read, and you see what was found before anything is sent.
      </p>
      <FormErrors id="files-error" errors={errors} />
      <div className="flex flex-col gap-1">
        <label htmlFor="files" className="font-medium">
          Choose files
        </label>
        <p id="files-help" className="quiet text-[15px]">
          {ACCEPTED_WORDS}. At most {LARGEST_FILE / MEGABYTE} MB each, {MOST_FILES} files and {LARGEST_REPLY / MEGABYTE}{' '}
          MB together.
        </p>
        <input
          id="files"
          type="file"
          name="files"
          multiple
          accept={ACCEPT_ATTRIBUTE}
          aria-describedby={`files-help${errors ? ' files-error' : ''}`}
          className="file-input h-[44px] w-full text-[16px]"
        />
      </div>
      <div>
        <BigButton look="btn-outline">Add to the answer</BigButton>
      </div>
    </form>
  );
}
