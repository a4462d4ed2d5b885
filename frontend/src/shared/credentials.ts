const sessionMayBeOver = 'muniment:session-may-be-over';
const secondsUntilIdle = 60;

let csrfToken = '';
let lastInputAt = Date.now();

for (const input of ['keydown', 'pointerdown', 'wheel', 'touchmove']) {
  window.addEventListener(input, () => (lastInputAt = Date.now()), { passive: true, capture: true });
}

/** Whether somebody used keyboard or pointer within the last minute. */
export const isSomebodyThere = () => Date.now() - lastInputAt < secondsUntilIdle * 1000;

export function keepToken(token: string): void {
  csrfToken = token;
}

/** A request as the server wants it: with the page's token, and marked if nobody is there to have asked for it. */
export function signed(request: Request): Request {
  if (!['GET', 'HEAD'].includes(request.method)) request.headers.set('X-CSRF-Token', csrfToken);
  if (!isSomebodyThere()) request.headers.set('Muniment-Background', '1');
  return request;
}

/** Says that the session may be over when the server answered so. */
export function notice(status: number): void {
  if (status === 401) window.dispatchEvent(new Event(sessionMayBeOver));
}

export function onSessionMayBeOver(act: () => void): () => void {
  window.addEventListener(sessionMayBeOver, act);
  return () => {
    window.removeEventListener(sessionMayBeOver, act);
  };
}
