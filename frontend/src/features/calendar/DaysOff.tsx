import { calendarDay } from '../../shared/wording';
import type { CalendarView } from './calendar';

/** These are the weekdays that the law leaves out, for the year to come. */
export function DaysOff({ calendar }: { calendar: CalendarView }) {
  if (calendar.place.jurisdiction === undefined) return null;
  return (
    <section className="panel" aria-labelledby="days-off">
      <h2 id="days-off">Holidays of the law, the year to come</h2>
      <div className="clock-counted__scroll">
        <table className="usa-table usa-table--borderless table-stacks">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Why it does not count</th>
            </tr>
          </thead>
          <tbody>
            {calendar.daysOff.map((day) => (
              <tr key={day.on}>
                <th scope="row">{calendarDay(day.on)}</th>
                <td>
                  {day.why}
                  {day.isSettled ? ' ' : '. Both dates are shown. '}
                  {day.citation === undefined ? null : <cite>{day.citation}</cite>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
