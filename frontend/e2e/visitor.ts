import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';

interface Answer {
  status: number;
  body: unknown;
}

type Thing = Record<string, unknown>;

/** This is a person at a browser of their own, by the same interface the pages use. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrf = '';

  constructor(
    private readonly address: string,
    private readonly certificate: string,
  ) {}

  async asks(method: string, path: string, form?: object): Promise<Thing> {
    if (method !== 'GET') {
      const { body } = await this.sent('GET', '/api/session');
      this.csrf = String((body as Thing).csrfToken);
    }
    const { status, body } = await this.sent(method, path, form);
    if (status >= 300) throw new Error(`${method} ${path} answers ${status}: ${JSON.stringify(body)}`);
    return body as Thing;
  }

  async listOf<T>(path: string): Promise<readonly T[]> {
    return (await this.sent('GET', path)).body as readonly T[];
  }

  private sent(method: string, path: string, form?: object): Promise<Answer> {
    const headers = {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      'X-CSRF-Token': this.csrf,
      Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    return new Promise((resolve, reject) => {
      const options = { method, headers, ca: readFileSync(this.certificate) };
      const asking = request(`${this.address}${path}`, options, (answer) => {
        for (const cookie of answer.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (name !== undefined && value !== undefined) this.cookies.set(name, value);
        }
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => (text += piece));
        answer.on('end', () => {
          const isJson = answer.headers['content-type']?.includes('json') ?? false;
          resolve({ status: answer.statusCode ?? 0, body: isJson ? JSON.parse(text) : {} });
        });
      }).on('error', reject);
      asking.end(form === undefined ? undefined : JSON.stringify(form));
    });
  }

  /** Sets up the second factor; returns the key of the authenticator app. */
  async enrols(): Promise<string> {
    const key = String((await this.asks('POST', '/api/session/enrolment')).key);
    await this.asks('PUT', '/api/session/enrolment', { code: codeOf(key) });
    return key;
  }

  /** Leaves the session where Playwright finds it. */
  staysSignedIn(stateFile: string): void {
    const cookies = [...this.cookies].map(([name, value]) => ({
      name,
      value,
      domain: 'localhost',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
    }));
    writeFileSync(stateFile, JSON.stringify({ cookies, origins: [] }));
  }
}

/** The six digits an authenticator app shows now, or `steps` of 30 seconds from now (RFC 6238). */
export function codeOf(key: string, steps = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = key
    .replaceAll(' ', '')
    .split('')
    .map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', bytes).update(step).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
