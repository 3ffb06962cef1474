/** What went wrong, in words, and the way out. One page for every status. */

export function sentenceFor(status: number, detail: string | null): { title: string; text: string } {
  switch (status) {
    case 400:
      return { title: 'This request cannot be read', text: detail ?? 'The address or form is damaged.' };
    case 403:
      return { title: 'Not allowed', text: detail ?? 'Your role may not do this. Ask an administrator if it should.' };
    case 404:
      return { title: 'Not here', text: 'There is no such page or record in your organisation. The link may be old.' };
    case 405:
      return { title: 'Not possible here', text: 'This address does not accept that kind of request.' };
    case 413:
      return { title: 'Too large', text: detail ?? 'That is more than a page accepts.' };
    case 429:
      return { title: 'Too many requests', text: 'Wait a minute, then try again.' };
    case 503:
      return { title: 'Busy', text: detail ?? 'Try again in a moment. Nothing you saved is lost.' };
    default:
      return {
        title: 'Something broke on our side',
        text: 'It has been logged. Nothing that was saved is lost; go back and try again.',
      };
  }
}

export function ErrorPage(props: { status: number; title: string; text: string; signedIn: boolean }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-3 p-6">
      <p className="quiet">Changemark · {props.status}</p>
      <h1>{props.title}</h1>
      <p className="text-base">{props.text}</p>
      <p>
        <a className="btn btn-primary btn-sm" href={props.signedIn ? '/' : '/sign-in'}>
          {props.signedIn ? 'Go to your work' : 'Go to sign-in'}
        </a>
      </p>
    </main>
  );
}

/** The same inside the signed-in frame. */
export const ErrorPanel = (props: { status: number; title: string; text: string }) => (
  <section className="panel flex max-w-2xl flex-col gap-3 p-6">
    <p className="quiet">{props.status}</p>
    <h1>{props.title}</h1>
    <p>{props.text}</p>
    <p>
      <a className="btn btn-primary btn-sm" href="/">
        Go to your work
      </a>
    </p>
  </section>
);
