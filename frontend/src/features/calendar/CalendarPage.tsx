import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { useCalendar } from './calendar';
import { Closures } from './Closures';
import { DaysOff } from './DaysOff';
import { Offices } from './Offices';
import { PlaceSettings } from './PlaceSettings';

/** This is where the city says whose law counts, which days its offices work, and on which they were closed. */
export function CalendarPage() {
  const { data: calendar, error, refetch } = useCalendar();
  return (
    <>
      <PageHeading title="Law and calendar">Law and calendar</PageHeading>
      <p className="lead">
        From these the due dates of records requests are counted. Holidays come with the law; here stand the
        city’s own days. Each change is written down in the audit trail.
      </p>
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : calendar === undefined ? (
        <Waiting what="Fetching the calendar…" />
      ) : (
        <div className="clock">
          <PlaceSettings calendar={calendar} />
          <Offices calendar={calendar} />
          <Closures calendar={calendar} />
          <DaysOff calendar={calendar} />
        </div>
      )}
    </>
  );
}
