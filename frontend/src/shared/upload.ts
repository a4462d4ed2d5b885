import { answer, reached } from './api';
import { notice, signed } from './credentials';

/** Sends a file as the body of a request; returns what the server answers, or throws a `Problem` in its words. */
export async function sendFile<T>(
  method: 'POST' | 'PUT',
  address: string,
  file: Blob,
  type: string,
): Promise<T> {
  const request = new Request(window.location.origin + address, {
    method,
    body: file,
    headers: { 'Content-Type': type },
  });
  const response = await reached(fetch(signed(request)));
  notice(response.status);
  const said: unknown = await response.json().catch(() => undefined);
  return answer(response.ok ? { data: said, response } : { error: said, response }) as T;
}
