const key = 'muniment:place';

/** Remembers, in this tab alone, where somebody was before the browser left for the city's directory. */
export function keepPlace(): void {
  window.sessionStorage.setItem(key, window.location.pathname + window.location.search);
}

/** Where somebody was, once; never anything but an address of this archive. */
export function takePlace(): string {
  const place = window.sessionStorage.getItem(key) ?? '/';
  window.sessionStorage.removeItem(key);
  return /^\/(?![/\\])/.test(place) && !place.startsWith(returnPath) ? place : '/';
}

/** Where the directory sends the browser back to. */
export const returnPath = '/sign-in/single-sign-on';
