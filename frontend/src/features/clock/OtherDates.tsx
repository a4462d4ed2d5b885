import { calendarDay } from '../../shared/wording';
import type { DeadlineStatement } from './clock';
import { RowMark } from './RowMark';

/** These are the other dates that run: appeals, petitions, notices. */
export function OtherDates({ others }: { others: DeadlineStatement['others'] }) {
  if (others.length === 0) return null;
  return (
    <section className="request-part" aria-labelledby="other-dates">
      <h2 id="other-dates">What else runs</h2>
      <ul className="clock-others">
        {others.map((other) => (
          <li key={other.rule}>
            <h3>
              {other.name}: {other.dueOn === undefined ? 'not yet' : calendarDay(other.dueOn)}
            </h3>
            <p>{other.why}</p>
            <RowMark citation={other.citation} mark={other.mark} verified={other.verified} />
          </li>
        ))}
      </ul>
    </section>
  );
}
