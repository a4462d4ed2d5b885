import type { Word } from './words';

export function WordList({ words }: { words: readonly Word[] }) {
  return (
    <dl className="words">
      {words.map(({ word, meaning }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
