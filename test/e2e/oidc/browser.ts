import { request } from 'node:http';

/** An answer that a browser got, at the end of all redirects or at the first one. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
  json(): Record<string, unknown>;
}

interface Cookie {
  readonly origin: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

interface Visit {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

const redirectsMax = 20;

/** As much of a browser as a sign-in needs: cookies, redirects, and what it says of where a request comes from. */
export class Browser {
  /** Every address it was sent to. */
  readonly visited: string[] = [];
  #cookies: readonly Cookie[] = [];

  constructor(private readonly language = 'en') {}

  /** Opens an address and follows every redirect. */
  async open(url: string, visit: Visit = {}): Promise<Page> {
    let page = await this.ask(url, visit);
    for (let count = 0; count < redirectsMax; count += 1) {
      const next = page.headers.get('location');
      if (page.status < 300 || page.status > 399 || next === null) return page;
      page = await this.ask(new URL(next, page.url).href, {}, page.url);
    }
    throw new Error(`more than ${redirectsMax} redirects from ${url}`);
  }

  /** Opens an address and follows redirects until one leads to an address that begins so; that one it does not open. */
  async openUntil(url: string, beginning: string): Promise<string> {
    let page = await this.ask(url);
    for (let count = 0; count < redirectsMax; count += 1) {
      const next = new URL(page.headers.get('location') ?? '', page.url).href;
      if (next.startsWith(beginning)) return next;
      page = await this.ask(next, {}, page.url);
    }
    throw new Error(`${url} does not lead to ${beginning}`);
  }

  /** Sends one request, as a person who follows a link or sends a form. */
  async ask(url: string, { form, headers = {}, method }: Visit = {}, from?: string): Promise<Page> {
    const { origin, pathname } = new URL(url);
    this.visited.push(url);
    const sent = this.#cookies.filter((one) => one.origin === origin && pathname.startsWith(one.path));
    const site = from === undefined ? 'none' : new URL(from).origin === origin ? 'same-origin' : 'cross-site';
    const answer = await exchange(url, {
      method: method ?? (form === undefined ? 'GET' : 'POST'),
      headers: {
        ...{ 'accept-language': this.language, accept: 'text/html', cookie: sent.map(pairOf).join('; ') },
        ...{ 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' },
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      body: form === undefined ? '' : new URLSearchParams(form).toString(),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(origin, line);
    return { ...answer, url };
  }

  /** Asks the API, as a script of a page of the same server does. */
  api(url: string, method = 'GET'): Promise<Page> {
    const headers = { accept: 'application/json', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
    return this.ask(url, { method, headers });
  }

  /** The cookies for an address, as they are sent. */
  cookiesOf(url: string): string {
    const { origin } = new URL(url);
    return this.#cookies
      .filter((one) => one.origin === origin)
      .map(pairOf)
      .join('; ');
  }

  #keep(origin: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const named = new Map(attributes.map((one) => one.split('=') as [string, string?]).map(lowerCased));
    const path = named.get('path') ?? '/';
    const others = this.#cookies.filter(
      (one) => one.origin !== origin || one.path !== path || one.name !== name,
    );
    const isOver = value === '' || Date.parse(named.get('expires') ?? '') < Date.now();
    this.#cookies = isOver ? others : [...others, { origin, path, name, value }];
  }
}

const pairOf = ({ name, value }: Cookie): string => `${name}=${value}`;

const lowerCased = ([name, value]: [string, string?]): [string, string | undefined] => [
  name.toLowerCase(),
  value,
];

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request as it is. `fetch` says of itself that it is no navigation. */
const exchange = (url: string, { method, headers, body }: Sent): Promise<Omit<Page, 'url'>> =>
  new Promise((resolve, reject) => {
    const sending = request(url, { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const named = new Headers();
        for (const [name, values = []] of Object.entries(answer.headersDistinct))
          for (const value of values) named.append(name, value);
        const text = Buffer.concat(parts).toString('utf8');
        const json = () => JSON.parse(text) as Record<string, unknown>;
        resolve({ status: answer.statusCode ?? 0, headers: named, text, json });
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
