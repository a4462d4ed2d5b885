import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { useSettingsAct, type Settings } from './settings';

const ofTheCountry = [
  'America/New_York',
  'America/Detroit',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

export function CityForm({ settings }: { settings: Settings }) {
  const [name, setName] = useState(settings.name ?? '');
  const [timeZone, setTimeZone] = useState(settings.timeZone ?? '');
  const change = useSettingsAct(() =>
    asked<Settings>(
      client.PUT('/api/settings', {
        body: {
          ...(name.trim() === '' ? {} : { name: name.trim() }),
          ...(timeZone === '' ? {} : { timeZone }),
        },
      }),
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(undefined);
  };
  return (
    <section className="panel" aria-labelledby="city">
      <h2 id="city">The city</h2>
      <Refused trouble={change.error} />
      <WaitsForRestart settings={settings} />
      <form onSubmit={submit}>
        <Field
          label="Name"
          hint="As it stands on a letter, such as City of Harborview. At most 120 characters."
          maxLength={120}
          value={name}
          onType={setName}
        />
        <ZoneChoice chosen={timeZone} inUse={settings.timeZoneInUse} onChoose={setTimeZone} />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={change.isPending}>
            Save name and time zone
          </button>
          <span role="status">{change.isSuccess ? 'Saved.' : ''}</span>
        </p>
      </form>
    </section>
  );
}

function WaitsForRestart({ settings: { timeZone, timeZoneInUse } }: { settings: Settings }) {
  if (timeZone === undefined || timeZone === timeZoneInUse) return null;
  return (
    <Notice kind="warning" title="The new time zone counts from the next start">
      <p>
        Until the server is started again, days begin and end in {spoken(timeZoneInUse)}. Ask whoever runs it
        to restart it.
      </p>
    </Notice>
  );
}

interface ZoneChoiceProps {
  readonly chosen: string;
  readonly inUse: string;
  readonly onChoose: (zone: string) => void;
}

function ZoneChoice({ chosen, inUse, onChoose }: ZoneChoiceProps) {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !ofTheCountry.includes(zone));
  const isListed = chosen === '' || ofTheCountry.includes(chosen) || others.includes(chosen);
  return (
    <div className="field">
      <label className="usa-label" htmlFor="time-zone">
        Time zone
      </label>
      <p className="field__hint" id="time-zone-hint">
        In it days begin and end: in searches, charts, last days of work. Now in use: {spoken(inUse)}.
      </p>
      <select
        className="usa-input"
        id="time-zone"
        aria-describedby="time-zone-hint"
        value={chosen}
        onChange={({ target }) => {
          onChoose(target.value);
        }}
      >
        <option value="">That of the server’s computer</option>
        {isListed ? null : <option value={chosen}>{spoken(chosen)}</option>}
        <optgroup label="United States">
          {ofTheCountry.map((zone) => (
            <option key={zone} value={zone}>
              {spoken(zone)}
            </option>
          ))}
        </optgroup>
        <optgroup label="Elsewhere">
          {others.map((zone) => (
            <option key={zone} value={zone}>
              {spoken(zone)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

const spoken = (zone: string) => zone.replaceAll('_', ' ');
