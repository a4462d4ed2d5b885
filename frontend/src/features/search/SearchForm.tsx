import { useState, type SubmitEvent } from 'react';
import { go, Link } from '../../shared/address';
import { Icon } from '../../shared/Icon';
import { changed, resultsAddress, type PlaceInResults } from './results';

export function SearchForm({ place, isInvalid }: { place: PlaceInResults; isInvalid: boolean }) {
  const { q } = place;
  const [text, setText] = useState(q);
  const [searched, setSearched] = useState(q);
  if (searched !== q) {
    // The address moved on, by Back or an example: the box follows it, and keeps the focus if it has it.
    setSearched(q);
    setText(q);
  }
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go(resultsAddress(changed(place, { q: text.trim() })));
  };
  return (
    <form className="search" role="search" onSubmit={search}>
      <label className="usa-label search__label" htmlFor="search-box">
        Words, names, or addresses
      </label>
      <div className="search__line">
        <input
          className={`usa-input search__box ${isInvalid ? 'usa-input--error' : ''}`}
          id="search-box"
          type="search"
          name="q"
          maxLength={8000}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={isInvalid ? 'search-error search-hint' : 'search-hint'}
          aria-invalid={isInvalid}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <button className="usa-button search__button" type="submit">
          <Icon name="search" />
          Search
        </button>
      </div>
      <p className="search__hint" id="search-hint">
        For example <kbd>from:rivera subject:budget sent:2026-03</kbd>.{' '}
        <Link href="/help">How to search</Link>
      </p>
    </form>
  );
}
