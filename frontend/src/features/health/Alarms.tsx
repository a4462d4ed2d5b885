import { useAcknowledgeAlarm, type HealthDetails } from '../../shared/api';
import { Trouble } from '../../shared/Trouble';
import { counted, moment } from '../../shared/wording';

/** These are the alarms that stand, each with what to do; an administrator says here that it is being dealt with. */
export function Alarms({
  alarms,
  mayAcknowledge,
}: {
  alarms: HealthDetails['alarms'];
  mayAcknowledge: boolean;
}) {
  const acknowledging = useAcknowledgeAlarm();
  if (alarms.length === 0) return null;
  return (
    <>
      <h2>Alarms</h2>
      {acknowledging.error !== null ? (
        <Trouble trouble={acknowledging.error} onRetry={acknowledging.reset} />
      ) : null}
      <ul className="alarms">
        {alarms.map((alarm) => (
          <li key={alarm.id}>
            <p className="alarms__sentence">{alarm.sentence}</p>
            <p>{alarm.advice}</p>
            <p className="alarms__facts">
              Alarm {alarm.id}, since {moment(alarm.raisedAt)}, raised {counted(alarm.times, 'time')}
            </p>
            {mayAcknowledge ? (
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={acknowledging.isPending}
                onClick={() => {
                  acknowledging.mutate(alarm.id);
                }}
              >
                Acknowledge alarm {alarm.id}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
