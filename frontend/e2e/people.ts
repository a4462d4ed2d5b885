import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';

const password = 'a slow heron by the canal';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A person at a browser of their own, by the same interface the pages use. */
class Visitor {
  readonly cookies = new Map<string, string>();
  private csrf = '';

  constructor(
    private readonly address: string,
    private readonly certificate: string,
  ) {}

  async asks(method: string, path: string, form?: object): Promise<Record<string, unknown>> {
    if (method !== 'GET') this.csrf = String((await this.sent('GET', '/api/session')).body.csrfToken);
    const { status, body } = await this.sent(method, path, form);
    if (status >= 300) throw new Error(`${method} ${path} answers ${status}: ${JSON.stringify(body)}`);
    return body;
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
          const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
          resolve({ status: answer.statusCode ?? 0, body });
        });
      }).on('error', reject);
      asking.end(form === undefined ? undefined : JSON.stringify(form));
    });
  }

  async enrols(): Promise<void> {
    const { key } = await this.asks('POST', '/api/session/enrolment');
    await this.asks('PUT', '/api/session/enrolment', { code: codeOf(String(key)) });
  }
}

/** Sets the archive up as a city would, and leaves counsel, who may read everything, and the administrator signed in. */
export async function signCounselIn(
  address: string,
  certificate: string,
  setUpSecret: string,
  stateFile: string,
): Promise<void> {
  const administrator = new Visitor(address, certificate);
  const first = { secret: setUpSecret, name: 'Ines Administrator', email: 'ines@city.example', password };
  await administrator.asks('POST', '/api/set-up', first);
  await administrator.enrols();
  const invited = {
    name: 'Carl Counsel',
    email: 'counsel@city.example',
    roles: ['COUNSEL'],
    departments: [],
  };
  const { link } = await administrator.asks('POST', '/api/people', invited);
  const counsel = new Visitor(address, certificate);
  await counsel.asks('POST', `/api/invitations/${String(link).split('#')[1] ?? ''}`, { password });
  await counsel.asks('POST', '/api/session', { email: invited.email, password });
  await counsel.enrols();
  await counsel.asks('PUT', '/api/session/purpose', { kind: 'MATTER', reference: '2026-CV-104' });
  keepSignedIn(counsel, stateFile);
  keepSignedIn(administrator, administratorOf(stateFile));
}

/** Where the administrator's session lies, beside counsel's. */
export const administratorOf = (stateFile: string) => stateFile.replace(/\.json$/, '-administrator.json');

function keepSignedIn(visitor: Visitor, stateFile: string): void {
  const cookies = [...visitor.cookies].map(([name, value]) => ({
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

/** The six digits an authenticator app shows now (RFC 6238). */
function codeOf(key: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = key
    .replaceAll(' ', '')
    .split('')
    .map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', bytes).update(step).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
