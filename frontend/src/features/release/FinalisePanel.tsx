import { useState } from 'react';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { useFinalise, type Exemption, type Release } from './releases';

/** This is the second person's act: confirm what nobody has verified, and finalise what was looked at. */
export function FinalisePanel({ id, release }: { id: number; release: Release }) {
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [hasLooked, setLooked] = useState(false);
  const finalise = useFinalise(id, release.id);
  if (!release.mayFinalise) {
    return (
      <Notice kind="info" title="Somebody else finalises it">
        <p>
          Another records officer, or counsel, than {release.preparedBy} looks at it and finalises it here, on
          this page. Tell them that it waits: give them the number of the request.
        </p>
      </Notice>
    );
  }
  const isComplete = hasLooked && release.exemptions.every((one) => confirmed.has(one.id));
  return (
    <div className="finalise">
      <h3>Finalise it</h3>
      {release.exemptions.length === 0 ? null : (
        <Confirmations exemptions={release.exemptions} confirmed={confirmed} onConfirm={setConfirmed} />
      )}
      <div className="usa-checkbox">
        <input
          className="usa-checkbox__input"
          id="has-looked"
          type="checkbox"
          checked={hasLooked}
          onChange={(event) => {
            setLooked(event.target.checked);
          }}
        />
        <label className="usa-checkbox__label" htmlFor="has-looked">
          I have looked at the pages and the list above, and this may leave the city.
        </label>
      </div>
      <button
        type="button"
        className="usa-button"
        disabled={!isComplete || release.obstacles.length > 0 || finalise.isPending}
        onClick={() => {
          finalise.mutate({ manifestSha256: release.manifestSha256 ?? '', confirmed: [...confirmed] });
        }}
      >
        Finalise part {release.part}
      </button>
      <Refused trouble={finalise.error} />
    </div>
  );
}

interface ConfirmationsProps {
  readonly exemptions: readonly Exemption[];
  readonly confirmed: ReadonlySet<string>;
  readonly onConfirm: (confirmed: ReadonlySet<string>) => void;
}

function Confirmations({ exemptions, confirmed, onConfirm }: ConfirmationsProps) {
  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(confirmed);
    if (isTicked) next.add(id);
    else next.delete(id);
    onConfirm(next);
  };
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">Exemptions that nobody has verified yet</legend>
      <p>
        Counsel confirms each after comparing it with the law it cites. It is then verified for every request.
      </p>
      {exemptions.map((one) => (
        <div className="usa-checkbox" key={one.id}>
          <input
            className="usa-checkbox__input"
            id={`confirm-${one.id}`}
            type="checkbox"
            checked={confirmed.has(one.id)}
            onChange={(event) => {
              tick(one.id, event.target.checked);
            }}
          />
          <label className="usa-checkbox__label" htmlFor={`confirm-${one.id}`}>
            <strong>{one.code}</strong>: {one.covers}
            <span className="usa-checkbox__label-description">{one.citation}</span>
          </label>
        </div>
      ))}
      {exemptions.length < 2 ? null : (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => {
            onConfirm(new Set(exemptions.map((one) => one.id)));
          }}
        >
          Confirm all of them
        </button>
      )}
    </fieldset>
  );
}
