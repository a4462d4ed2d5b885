import { Link } from '../../shared/address';
import { Icon } from '../../shared/Icon';
import type { Session } from '../../shared/session';
import { Waiting } from '../../shared/Trouble';
import { dayOf, useNeeds } from './needs';

/** This is what waits for the person at home: what needs them, and what has a day. */
export function Waits({ session }: { session: Session }) {
  const { isKnown, needs, due } = useNeeds(session);
  return (
    <>
      <section aria-labelledby="needs">
        <h2 id="needs">What needs you</h2>
        {!isKnown ? (
          <Waiting what="Looking…" />
        ) : needs.length === 0 ? (
          <p className="nothing">
            <Icon name="check_circle" /> Nothing waits for you.
          </p>
        ) : (
          <ul className="needs">
            {needs.map(({ key, what, why, href, act }) => (
              <li className="needs__need" key={key}>
                <p className="needs__what">{what}</p>
                <p className="needs__why">{why}</p>
                <p>
                  <Link href={href}>{act}</Link>
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {due.length === 0 ? null : (
        <section aria-labelledby="due">
          <h2 id="due">What is due</h2>
          <ul className="due">
            {due.map((thing) => (
              <li key={thing.key}>
                <span className="due__day">{dayOf(thing)}</span>
                <Link href={thing.href}>{thing.what}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
