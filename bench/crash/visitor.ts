/** A person at a browser without JavaScript: keeps cookies, reads forms, posts them. */

const fromHtml = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The hidden fields of the page's forms that post; the sign-out form's are the same where names agree. */
function hiddenFields(page: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '';
    if (name) fields.set(fromHtml(name), fromHtml(value));
  }
  return fields;
}

export class Visitor {
  /** @param cookies those of an earlier visit, to go on where it ended */
  constructor(
    private readonly address: string,
    readonly cookies: Map<string, string> = new Map(),
  ) {}

  private async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), Cookie: cookie, Origin: this.address };
    const answer = await fetch(`${this.address}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    return answer;
  }

  /** Opens a page; throws unless it is there. */
  async open(path: string): Promise<{ page: string; fields: URLSearchParams }> {
    const answer = await this.send(path, { method: 'GET' });
    const page = await answer.text();
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
    return { page, fields: hiddenFields(page) };
  }

  /** Posts a form and returns where it leads; throws unless the server accepted it with a redirect. */
  async post(path: string, fields: URLSearchParams): Promise<string> {
    const answer = await this.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });
    const page = await answer.text();
    const to = answer.headers.get('Location');
    if (answer.status >= 300 && answer.status < 400 && to) return to;
    const alert = /role="alert"[^>]*>(.*?)<\/div>/s.exec(page)?.[1]?.replace(/<[^>]*>/g, ' ');
    throw new Error(`POST ${path} answered ${answer.status}${alert ? `: ${alert.trim()}` : ''}`);
  }

  /** Posts JSON to the interface and returns what it answers; throws unless it was accepted. */
  async postJson(path: string, body: object): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`POST ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }
}
