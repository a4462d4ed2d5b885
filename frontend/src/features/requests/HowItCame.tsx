import { Field } from '../../shared/Field';
import { receivedByNames, type ReceivedBy } from '../../shared/requests';
import { useIntakeBasis } from './acts';
import type { IntakeDraft } from './intake';

interface HowItCameProps {
  readonly draft: IntakeDraft;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
}

export function HowItCame({ draft, onChange }: HowItCameProps) {
  return (
    <>
      <fieldset className="choices">
        <legend>Way</legend>
        {(Object.keys(receivedByNames) as ReceivedBy[]).map((way) => (
          <label key={way} htmlFor={`way-${way}`}>
            <input
              id={`way-${way}`}
              type="radio"
              name="way"
              checked={draft.receivedBy === way}
              onChange={() => {
                onChange({ receivedBy: way });
              }}
            />{' '}
            {receivedByNames[way]}
          </label>
        ))}
      </fieldset>
      <div className="field-row">
        <Field
          label="Day it reached the city"
          hint="The clock counts from here, not from today."
          type="date"
          required
          value={draft.receivedOn}
          onType={(receivedOn) => {
            onChange({ receivedOn });
          }}
        />
        <Field
          label="Time"
          hint="Some offices close the day at a fixed hour."
          type="time"
          required
          value={draft.receivedTime}
          onType={(receivedTime) => {
            onChange({ receivedTime });
          }}
        />
      </div>
      <OfficeChoice draft={draft} onChange={onChange} />
    </>
  );
}

/** Where it arrived: an office's own days and hours may count. */
function OfficeChoice({ draft, onChange }: HowItCameProps) {
  const { data: basis } = useIntakeBasis();
  if (basis === undefined || basis.offices.length === 0) return null;
  return (
    <div className="field">
      <label className="usa-label" htmlFor="office">
        Office it reached
      </label>
      <select
        className="usa-input"
        id="office"
        value={draft.office}
        onChange={({ target }) => {
          onChange({ office: target.value });
        }}
      >
        <option value="">None in particular</option>
        {basis.offices.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}
