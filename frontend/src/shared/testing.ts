import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

window.scrollTo = () => undefined;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', '/');
});

/** Answers each address with a JSON body; an address not listed is a 404. Returns the addresses asked for. */
export function serve(answers: Record<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const address = request.url.replace(window.location.origin, '');
    asked.push(address);
    const found = Object.entries(answers).find(([start]) => address.startsWith(start));
    if (found === undefined) return Promise.resolve(Response.json({ detail: 'not here' }, { status: 404 }));
    const body = found[1];
    return Promise.resolve(body instanceof Response ? body.clone() : Response.json(body));
  });
  return asked;
}
