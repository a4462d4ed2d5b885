import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { cityNow } from '../../shared/wording';
import { WayChoice } from './WayChoice';
import { useHandedOver, type Way } from './letters';

interface HandOverProps {
  readonly id: number;
  readonly number: number;
  readonly onDone: () => void;
}

/** This writes down how a person sent or gave a letter. */
export function HandOver({ id, number, onDone }: HandOverProps) {
  const [way, setWay] = useState<Way>('POST');
  const [on, setOn] = useState(cityNow().day);
  const [note, setNote] = useState('');
  const handing = useHandedOver(id, number);
  const keep = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    handing.mutate({ way, on, note }, { onSuccess: onDone });
  };
  return (
    <form className="letters__form" onSubmit={keep} aria-label={`How letter ${number} was sent`}>
      <WayChoice name="How it went" ways={['POST', 'HAND', 'PHONE', 'OTHER']} way={way} onChoose={setWay} />
      <div className="field-row">
        <Field label="On" type="date" required value={on} onType={setOn} />
        <Field label="Note (optional)" maxLength={500} autoComplete="off" value={note} onType={setNote} />
      </div>
      <button type="submit" className="usa-button" disabled={handing.isPending}>
        Keep
      </button>
      <Refused trouble={handing.error} />
    </form>
  );
}
