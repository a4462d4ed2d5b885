import { useSyncExternalStore, type ComponentProps, type MouseEvent } from 'react';

/** This is what the address bar says; it alone holds what the page shows, so that Back, reload and a bookmark work. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const moved = 'muniment:moved';

export function useAddress(): Address {
  const href = useSyncExternalStore(listen, () => window.location.pathname + window.location.search);
  const { pathname, searchParams } = new URL(href, window.location.origin);
  return { path: pathname, query: searchParams };
}

export function go(href: string): void {
  window.history.pushState(null, '', href);
  window.dispatchEvent(new Event(moved));
}

/** Like `go`, without a step for the Back button: for a change of view on the same page. */
export function adjust(href: string): void {
  window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(moved));
}

export function addressOf(path: string, query: Record<string, string | number | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function Link({ href, onClick, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const wantsNewWindow = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || wantsNewWindow) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

function listen(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  window.addEventListener(moved, onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener(moved, onChange);
  };
}
