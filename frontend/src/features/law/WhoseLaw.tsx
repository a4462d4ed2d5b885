import { Link } from '../../shared/address';
import type { Jurisdictions } from './law';

interface WhoseLawProps {
  readonly all: Jurisdictions;
  readonly chosen: string;
  readonly addressOf: (jurisdiction: string) => string;
}

/** This is the choice of a jurisdiction; the city's own comes first. */
export function WhoseLaw({ all, chosen, addressOf }: WhoseLawProps) {
  const homeFirst = all.jurisdictions.toSorted(
    (one, other) => Number(other.id === all.home) - Number(one.id === all.home),
  );
  return (
    <nav className="whose-law" aria-label="Whose law">
      <ul>
        {homeFirst.map(({ id, name }) => (
          <li key={id}>
            <Link href={addressOf(id)} aria-current={id === chosen ? 'page' : undefined}>
              {name}
              {id === all.home ? <span className="whose-law__home">your city</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
