import { calendarDay } from '../../shared/wording';
import type { DeadlineStatement } from './clock';
import { shortWeekdayOf } from './days';

/** This is every day from receipt to the date, with the reason why it counts or does not. */
export function HowCounted({ deadline }: { deadline: DeadlineStatement }) {
  return (
    <details className="clock-counted">
      <summary>How this was counted, day by day</summary>
      <div className="clock-counted__scroll">
        <table className="usa-table usa-table--borderless table-stacks">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Counts</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {deadline.trace.map((day, index) => {
              const number = deadline.trace.slice(0, index + 1).filter(({ counted }) => counted).length;
              return (
                <tr key={day.date} className={day.counted ? undefined : 'clock-counted__out'}>
                  <th scope="row">
                    {shortWeekdayOf(day.date)}, {calendarDay(day.date)}
                  </th>
                  <td>{day.counted ? number : 'No'}</td>
                  <td>
                    {day.why} {day.citation === undefined ? null : <cite>{day.citation}</cite>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
