import type { components } from './api-schema';
import { Problem } from './api';

type Schemas = components['schemas'];

/** This is the browser's side of passkeys: it asks the device, and says its answer as the server reads it. */
export const knowsPasskeys = () => 'PublicKeyCredential' in window && 'credentials' in navigator;

/** Has a device make a passkey. Throws a `Problem` that says what to do. */
export async function madeByDevice(asked: Schemas['NewPasskeyChallenge']): Promise<string> {
  const made = await fromDevice(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.rpId, name: 'Muniment' },
        user: { id: bytes(asked.userId), name: asked.name, displayName: asked.name },
        pubKeyCredParams: asked.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: asked.known.map((id) => ({ type: 'public-key', id: bytes(id) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        timeout: 120_000,
      },
    }),
  );
  const response = made.response as AuthenticatorAttestationResponse;
  return said(made, {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports(),
  });
}

/** Has a device that holds a passkey sign. Throws a `Problem` that says what to do. */
export async function signedByDevice(asked: Schemas['PasskeyChallenge']): Promise<string> {
  const signed = await fromDevice(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(asked.challenge),
        rpId: asked.rpId,
        userVerification: 'required',
        timeout: asked.timeout,
      },
    }),
  );
  const response = signed.response as AuthenticatorAssertionResponse;
  return said(signed, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    ...(response.userHandle === null ? {} : { userHandle: text(response.userHandle) }),
  });
}

async function fromDevice(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential !== null) return credential as PublicKeyCredential;
  } catch (trouble) {
    throw inWords(trouble);
  }
  throw inWords(undefined);
}

function inWords(trouble: unknown): Problem {
  const name = trouble instanceof DOMException ? trouble.name : '';
  const why = trouble instanceof DOMException ? trouble.message : '';
  if (name === 'InvalidStateError')
    return new Problem(
      0,
      'This device has a passkey already',
      'You can sign in with it. Or take another device.',
    );
  if (name === 'SecurityError' || why.includes('TLS'))
    return new Problem(
      0,
      'The browser does not trust this address enough',
      'Passkeys need a certificate that your browser trusts, and the archive’s own name in the address bar. Ask whoever runs the archive to install the city’s certificate.',
    );
  return new Problem(
    0,
    'The device gave no answer',
    'It was cancelled, took too long, or the device holds no passkey for this archive. Try again, or use your password.',
  );
}

const said = (credential: PublicKeyCredential, response: object) =>
  JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response,
  });

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
