import type { Answer, ParsedRequest, TestServer } from './http-server.js';

/** Somebody at a browser: keeps the cookie that the server sets, and sends what a browser sends with it. */
export class Visitor {
  cookie = '';

  constructor(
    private readonly server: Pick<TestServer, 'ask'>,
    private readonly origin = 'http://localhost:80',
  ) {}

  async ask({ method = 'GET', headers = {}, ...asked }: ParsedRequest): Promise<Answer> {
    const ofBrowser = { as: '', ...(method !== 'GET' && { origin: this.origin }), ...this.#cookieHeader() };
    const answer = await this.server.ask({ method, headers: { ...ofBrowser, ...headers }, ...asked });
    const set = answer.headers['set-cookie'];
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    return answer;
  }

  post(path: string, body: object = {}): Promise<Answer> {
    return this.ask({ method: 'POST', url: `/api/v1/${path}`, body });
  }

  get(path: string): Promise<Answer> {
    return this.ask({ url: `/api/v1/${path}` });
  }

  delete(path: string): Promise<Answer> {
    return this.ask({ method: 'DELETE', url: `/api/v1/${path}` });
  }

  #cookieHeader(): Record<string, string> {
    return this.cookie === '' ? {} : { cookie: this.cookie };
  }
}
