import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

window.scrollTo = () => undefined;
// On a busy machine a page takes its time; no test waits for nothing.
configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', '/');
});

/** Answers each address with the body of its longest listed beginning, or 404. Returns the addresses asked for. */
export function serve(answers: Record<string, unknown>): string[] {
  const asked: string[] = [];
  const longestFirst = Object.entries(answers).sort(([one], [other]) => other.length - one.length);
  vi.stubGlobal('fetch', (request: Request) => {
    const address = request.url.replace(window.location.origin, '');
    asked.push(address);
    const found = longestFirst.find(([start]) => address.startsWith(start));
    if (found === undefined) return Promise.resolve(Response.json({ detail: 'not here' }, { status: 404 }));
    const body = found[1];
    return Promise.resolve(body instanceof Response ? body.clone() : Response.json(body));
  });
  return asked;
}
