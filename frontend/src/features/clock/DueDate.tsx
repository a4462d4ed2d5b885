import { calendarDay } from '../../shared/wording';
import { kindNames, type ClockView } from './clock';
import { weekdayOf } from './days';
import { RowMark } from './RowMark';

const standing: Record<ClockView['lateness'], string> = {
  NO_DATE: 'No date',
  OPEN: 'In time',
  DUE_TODAY: 'Due today',
  LATE: 'Late',
  ANSWERED_IN_TIME: 'Answered in time',
  ANSWERED_LATE: 'Answered late',
};

/** This is the date itself, in large, with the law behind it. */
export function DueDate({ clock }: { clock: ClockView }) {
  const { deadline, lateness } = clock;
  const isLate = lateness === 'LATE' || lateness === 'ANSWERED_LATE';
  return (
    <section className={isLate ? 'clock-due clock-due--late' : 'clock-due'} aria-labelledby="due">
      <h2 id="due">{clock.standsStill ? 'The clock stands still' : (kindNames[deadline.kind] ?? 'Due')}</h2>
      {deadline.dueOn === undefined ? (
        <p className="clock-due__date">{clock.standsStill ? 'No date until the answer' : 'No fixed day'}</p>
      ) : (
        <p className="clock-due__date">
          {weekdayOf(deadline.dueOn)}, {calendarDay(deadline.dueOn)}
        </p>
      )}
      <p>
        <span className={isLate ? 'clock-mark clock-mark--late' : 'clock-mark'}>
          {clock.standsStill ? 'Standing still' : standing[lateness]}
        </span>
      </p>
      <p>{deadline.sentence}</p>
      {deadline.otherReading === undefined ? null : (
        <p className="clock-due__other">{deadline.otherReading.why}</p>
      )}
      <RowMark citation={deadline.citation} mark={deadline.mark} verified={deadline.verified} />
    </section>
  );
}
