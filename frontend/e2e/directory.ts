import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const client = 'archive';
const secret = 'a secret of these tests';

export interface Directory {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly close: () => void;
}

/** This is a city's directory (OpenID Connect) in which everybody is one person, who just gave two factors. */
export async function openDirectory(email: string, groups: readonly string[]): Promise<Directory> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<string, { nonce: string; challenge: string }>();
  let issuer = '';
  const tokenFor = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub: 'dana-1',
      aud: client,
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce,
      email,
      email_verified: true,
      amr: ['pwd', 'mfa'],
      groups,
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: '1' })}.${part(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const said = (name: string) => searchParams.get(name) ?? '';
    if (pathname === '/.well-known/openid-configuration') {
      json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    } else if (pathname === '/keys') {
      json(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
      });
    } else if (pathname === '/authorize') {
      const code = `code-${asked.size}`;
      asked.set(code, { nonce: said('nonce'), challenge: said('code_challenge') });
      const back = new URLSearchParams({ code, state: said('state') });
      response.writeHead(302, { Location: `${said('redirect_uri')}?${back.toString()}` }).end();
    } else {
      let form = '';
      request.on('data', (piece: Buffer) => (form += piece.toString()));
      request.on('end', () => {
        const given = new URLSearchParams(form);
        const begun = asked.get(given.get('code') ?? '');
        asked.delete(given.get('code') ?? '');
        const proof = createHash('sha256')
          .update(given.get('code_verifier') ?? '')
          .digest('base64url');
        if (begun?.challenge !== proof) json(response, { error: 'invalid_grant' }, 400);
        else json(response, { access_token: 'none', token_type: 'Bearer', id_token: tokenFor(begun.nonce) });
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { issuer, client, secret, close: () => server.close() };
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
