/** The secret that goes into an authenticator app, as a picture and for typing, and the field for its first code. */
import { TextField } from '~/ui/field';
import { PostForm, Submit } from '~/ui/form';
import type { WaitingApp } from './enrol-app.server';

/** Black on white whatever the theme: cameras read it best. */
const Qr = ({ qr: { size, path } }: { qr: WaitingApp['qr'] }) => (
  <svg
    role="img"
    aria-label="QR code of the secret"
    viewBox={`0 0 ${size} ${size}`}
    className="h-64 w-64 shrink-0 rounded-box bg-white"
    shapeRendering="crispEdges"
  >
    <path d={path} fill="#000" />
  </svg>
);

export const AppSecret = ({ waiting: { secret, qr }, errors }: { waiting: WaitingApp; errors?: string[] }) => (
  <div className="mt-2 flex flex-col gap-5 sm:flex-row">
    <Qr qr={qr} />
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <p>Scan this with your authenticator app. Or type the secret into it (time based, six digits):</p>
        <p className="mt-1 font-mono break-words select-all">{secret}</p>
      </div>
      <PostForm className="flex flex-col gap-3" replace>
        <TextField
          name="code"
          label="Code that the app now shows"
          autoComplete="one-time-code"
          inputMode="numeric"
          errors={errors}
          required
        />
        <p className="quiet">Every other session of yours ends when the app is in use.</p>
        <div>
          <Submit name="intent" value="confirm">
            Take the app into use
          </Submit>
        </div>
      </PostForm>
    </div>
  </div>
);
