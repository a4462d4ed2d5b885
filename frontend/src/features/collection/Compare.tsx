import { useState } from 'react';
import { Refused } from '../../shared/Refused';
import { count } from '../../shared/wording';
import { useComparison, type SavedSearch } from './searches';

/** This tells two saved searches apart: what only one of them finds, and what both find. */
export function Compare({ id, searches }: { id: number; searches: readonly SavedSearch[] }) {
  const [first, setFirst] = useState(0);
  const [second, setSecond] = useState(0);
  const { data, error } = useComparison(id, first, second);
  return (
    <div className="compare">
      <h3>Compare two searches</h3>
      <div className="field-row">
        <Choice name="One search" searches={searches} value={first} onChoose={setFirst} />
        <Choice name="Another search" searches={searches} value={second} onChoose={setSecond} />
      </div>
      {first !== 0 && first === second ? <p>Choose two different searches.</p> : null}
      <Refused trouble={error} />
      {data === undefined ? null : (
        <dl className="collection__figures" role="status">
          <div className="collection__figure">
            <dt>Only search {data.first} finds</dt>
            <dd>{count(data.onlyFirst)}</dd>
          </div>
          <div className="collection__figure">
            <dt>Both find</dt>
            <dd>{count(data.both)}</dd>
          </div>
          <div className="collection__figure">
            <dt>Only search {data.second} finds</dt>
            <dd>{count(data.onlySecond)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly searches: readonly SavedSearch[];
  readonly value: number;
  readonly onChoose: (number: number) => void;
}

function Choice({ name, searches, value, onChoose }: ChoiceProps) {
  return (
    <label className="usa-label">
      {name}
      <select
        className="usa-select usa-input"
        value={value}
        onChange={(event) => {
          onChoose(Number(event.target.value));
        }}
      >
        <option value={0}>Choose…</option>
        {searches.map((search) => (
          <option key={search.number} value={search.number}>
            {search.number}. {search.name}
          </option>
        ))}
      </select>
    </label>
  );
}
