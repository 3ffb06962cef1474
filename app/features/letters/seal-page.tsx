/** The seal of the organisation: which certificate, what level it reaches, and the forms to install or take it away. */
import { useId } from 'react';
import { TextField } from '../../ui/field';
import { FormErrors, PostForm, Submit } from '../../ui/form';
import { Notice, PageHeader, Panel } from '../../ui/page';
import { dateInWords, timeInWords } from '../../ui/time';
import type { ActErrors } from './acted';
import type { SealSettings } from './seal-settings.server';

interface Props {
  seal: SealSettings;
  refused: { intent: string; errors: ActErrors; reason: string } | null;
}

function FileField({ errors }: { errors?: string[] }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        Certificate with its key <span className="quiet font-normal">(required)</span>
      </label>
      <div id={`${id}-help`} className="quiet text-[0.93em]">
        PKCS #12, ending in .p12 or .pfx, as your certificate authority gives it.
      </div>
      <input
        id={id}
        type="file"
        name="file"
        accept=".p12,.pfx,application/x-pkcs12"
        aria-describedby={errors ? `${id}-help ${id}-error` : `${id}-help`}
        aria-invalid={errors ? true : undefined}
        className={`file-input w-full ${errors ? 'file-input-error' : ''}`}
      />
      {errors ? (
        <p id={`${id}-error`} className="font-medium text-error">
          {errors.join(' ')}
        </p>
      ) : null}
    </div>
  );
}

export function SealPage({ seal, refused }: Props) {
  const { certificate } = seal;
  const install = refused?.intent === 'install' ? refused.errors : {};
  const remove = refused?.intent === 'remove' ? refused.errors : {};
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', to: '/settings' }, { label: 'Seal' }]}
        title="Seal of the organisation"
        sub="With a certificate of its own the organisation seals each letter when it is issued, so that a reader sees who made the file and that nothing was changed since."
      />
      <Notice kind={seal.sealing ? 'success' : 'info'}>{seal.words}</Notice>
      {certificate ? (
        <Panel title="Certificate in force">
          <dl className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <dt className="quiet">Made out to</dt>
            <dd className="break-words">{certificate.subject}</dd>
            <dt className="quiet">Issued by</dt>
            <dd className="break-words">{certificate.issuer}</dd>
            <dt className="quiet">Valid</dt>
            <dd>
              {dateInWords(certificate.notBefore)} to {dateInWords(certificate.notAfter)}
            </dd>
            <dt className="quiet">Serial number</dt>
            <dd className="font-mono break-all">{certificate.serial}</dd>
            <dt className="quiet">Fingerprint (SHA-256)</dt>
            <dd className="font-mono break-all">{certificate.fingerprint}</dd>
            <dt className="quiet">Installed</dt>
            <dd>{timeInWords(certificate.installedAt)}</dd>
          </dl>
          <details className="mt-3" open={refused?.intent === 'remove' || undefined}>
            <summary className="btn btn-sm w-fit">Take it away</summary>
            <PostForm className="mt-2 flex max-w-xl flex-col gap-2.5 rounded-box bg-base-200 p-3">
              <FormErrors errors={remove['']} />
              <input type="hidden" name="intent" value="remove" />
              <TextField
                name="reason"
                label="Why?"
                required
                value={refused?.intent === 'remove' ? refused.reason : ''}
                errors={remove.reason}
              />
              <div>
                <Submit small look="danger">
                  Take the certificate away
                </Submit>
              </div>
            </PostForm>
          </details>
        </Panel>
      ) : null}
      <Panel title={certificate ? 'Put another one in its place' : 'Install a certificate'}>
        <PostForm className="flex max-w-xl flex-col gap-3" encType="multipart/form-data">
          <FormErrors errors={install['']} />
          <input type="hidden" name="intent" value="install" />
          <FileField errors={install.file} />
          <TextField
            name="passphrase"
            type="password"
            label="Passphrase of the file"
            autoComplete="off"
            errors={install.passphrase}
          />
          <p className="quiet">
            File and passphrase are kept encrypted; the key to them stands outside the database. Letters already issued
            keep the seal they have.
          </p>
          <div>
            <Submit>Install</Submit>
          </div>
        </PostForm>
      </Panel>
    </>
  );
}
