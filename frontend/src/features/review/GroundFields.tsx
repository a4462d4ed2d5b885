import { useId } from 'react';
import type { Ground, MenuRow } from './review';
import { detailNames, standingNames } from './words';

interface GroundFieldsProps {
  readonly menu: readonly MenuRow[];
  readonly ground: Ground;
  readonly onChange: (ground: Ground) => void;
}

/** This is the choice of an exemption from the request's menu, with what its row wants to be named. */
export function GroundFields({ menu, ground, onChange }: GroundFieldsProps) {
  const id = useId();
  const row = menu.find((one) => one.id === ground.exemption);
  return (
    <>
      <label className="usa-label" htmlFor={id}>
        Exemption
      </label>
      <select
        className="usa-input review-select"
        id={id}
        required
        value={ground.exemption}
        aria-describedby={row === undefined ? undefined : `${id}-row`}
        onChange={(event) => {
          onChange({ exemption: event.target.value, detail: '' });
        }}
      >
        <option value="">Choose one</option>
        {menu.map((one) => (
          <option key={one.id} value={one.id}>
            {one.code} {one.label}
            {one.standing === 'VERIFIED' ? '' : ' (unverified)'}
          </option>
        ))}
      </select>
      {row === undefined ? null : <RowFacts id={`${id}-row`} row={row} />}
      {row?.detail === undefined ? null : (
        <>
          <label className="usa-label" htmlFor={`${id}-detail`}>
            {detailNames[row.detail]}
          </label>
          <input
            className="usa-input"
            id={`${id}-detail`}
            required
            maxLength={300}
            value={ground.detail}
            onChange={(event) => {
              onChange({ ...ground, detail: event.target.value });
            }}
          />
        </>
      )}
    </>
  );
}

/** What a row is and how far it may be relied on. */
function RowFacts({ id, row }: { id: string; row: MenuRow }) {
  return (
    <p className="review-row" id={id}>
      {row.covers}
      {row.mode === 'MANDATORY' ? '. The city has no choice here' : ''}
      {row.test === 'BALANCING' ? '. The public’s interest has to be weighed' : ''}
      {row.until === undefined ? '' : `. It ends: ${row.until}`}.{' '}
      <span className={row.standing === 'VERIFIED' ? 'standing-verified' : 'standing-unverified'}>
        {row.citation}: {standingNames[row.standing]}
        {row.standing === 'VERIFIED' ? '' : ' – usable on a draft; releasing takes counsel’s confirmation'}
      </span>
    </p>
  );
}
