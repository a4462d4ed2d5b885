import { Trouble, Waiting } from '../../shared/Trouble';
import { useClock } from './clock';
import { DueDate } from './DueDate';
import { Events } from './Events';
import { HowCounted } from './HowCounted';
import { OtherDates } from './OtherDates';
import { SomethingHappened } from './SomethingHappened';

/** This is when a request is due, how that was counted, and what moved it. Nobody types a due date. */
export function ClockTab({ id, mayWork }: { id: number; mayWork: boolean }) {
  const { data: clock, error, refetch } = useClock(id);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (clock === undefined) return <Waiting what="Counting the days…" />;
  return (
    <div className="clock">
      <p>
        Dates are counted from the day of receipt by the law of that day. To move one, write down what
        happened; the clock is counted anew.
      </p>
      <DueDate clock={clock} />
      {mayWork && clock.deadline.kind !== 'on-appeal' ? <SomethingHappened id={id} clock={clock} /> : null}
      <Events id={id} clock={clock} mayWork={mayWork} />
      <OtherDates others={clock.deadline.others} />
      <HowCounted deadline={clock.deadline} />
    </div>
  );
}
