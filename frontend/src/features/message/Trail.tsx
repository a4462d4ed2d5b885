import { useEffect, type ReactNode } from 'react';
import { go, Link } from '../../shared/address';
import { Icon } from '../../shared/Icon';
import { count } from '../../shared/wording';

/** This is the way from here: back to the results, and to the neighbours in them. */
export interface Way {
  readonly back: string | undefined;
  readonly position: { readonly number: number; readonly of: number } | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

export function Trail({ way }: { way: Way }) {
  const { back, position, previous, next } = way;
  useNeighbourKeys(previous, next);
  return (
    <nav className="trail" aria-label="Results">
      <Link className="trail__back" href={back ?? '/search'}>
        <Icon name="arrow_back" />
        {back === undefined ? 'Search the archive' : 'Back to results'}
      </Link>
      {position === undefined ? null : (
        <span className="trail__step">
          <Neighbour href={previous} keys="Alt+P">
            <Icon name="navigate_before" />
            Previous
          </Neighbour>
          <span className="trail__position">
            {count(position.number)} of {count(position.of)}
          </span>
          <Neighbour href={next} keys="Alt+N">
            Next
            <Icon name="navigate_next" />
          </Neighbour>
        </span>
      )}
    </nav>
  );
}

interface NeighbourProps {
  readonly href: string | undefined;
  readonly keys: string;
  readonly children: ReactNode;
}

function Neighbour({ href, keys, children }: NeighbourProps) {
  if (href === undefined) return <span className="trail__none">{children}</span>;
  return (
    <Link href={href} aria-keyshortcuts={keys} title={`Key: ${keys}`}>
      {children}
    </Link>
  );
}

/** Alt with N or P, wherever the focus is. A key of its own would collide with speech input (WCAG 2.1.4). */
function useNeighbourKeys(previous: string | undefined, next: string | undefined) {
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const href = event.code === 'KeyN' ? next : event.code === 'KeyP' ? previous : undefined;
      if (href === undefined) return;
      event.preventDefault();
      go(href);
    };
    window.addEventListener('keydown', step);
    return () => {
      window.removeEventListener('keydown', step);
    };
  }, [previous, next]);
}
