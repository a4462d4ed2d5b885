import type { QuerySuggestion } from './searches';

/** These are searches made from what the request asks for, to begin with. */
export function Suggestions({
  suggestions,
  onChoose,
}: {
  suggestions: readonly QuerySuggestion[];
  onChoose: (suggestion: QuerySuggestion) => void;
}) {
  if (suggestions.length === 0) {
    return (
      <p className="collection__note">
        Say on the overview whose mail, which days and which words are asked for: searches are then suggested
        here.
      </p>
    );
  }
  return (
    <>
      <p id="suggestions-name">Suggested from what is asked for; choose one, then change it as you like:</p>
      <ul className="collection__suggestions" aria-labelledby="suggestions-name">
        {suggestions.map((suggestion) => (
          <li key={suggestion.query}>
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => {
                onChoose(suggestion);
              }}
            >
              {suggestion.name}
            </button>
            <span>{suggestion.why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
