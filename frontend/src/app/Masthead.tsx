import type { ReactNode } from 'react';
import { Link } from '../shared/address';
import type { Session } from '../shared/session';

interface MastheadProps {
  readonly city: Session['city'] | undefined;
  readonly demonstration: boolean;
  readonly children?: ReactNode;
}

/** This is the head of every page: whose archive it is. */
export function Masthead({ city, demonstration, children }: MastheadProps) {
  return (
    <>
      {demonstration ? (
        <p className="demonstration" role="note">
          DEMONSTRATION. Nobody in this mail exists.
        </p>
      ) : null}
      <header className="masthead">
        <div className="masthead__inner">
          <Link className="masthead__name" href="/">
            {city?.seal === undefined ? (
              <Emblem />
            ) : (
              <img className="masthead__emblem" src={city.seal} alt="" width="40" height="40" />
            )}
            <span>
              {city?.name ?? 'Muniment'} <span className="masthead__what">E-mail archive</span>
            </span>
          </Link>
          {children}
        </div>
      </header>
    </>
  );
}

function Emblem() {
  return (
    <svg className="masthead__emblem" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="masthead__house" d="M5 27V11L16 4l11 7v16z" />
      <path className="masthead__letter" d="M10 14h12v9H10zm0 0 6 5 6-5" />
    </svg>
  );
}
