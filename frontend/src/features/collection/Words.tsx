/** These are the words of a search; many addresses are folded, so that the figures stay in sight. */
export function Words({ name, words }: { name: string; words: string }) {
  if (words.length <= longest) {
    return (
      <p className="collection__parsed">
        {name} <code>{words}</code>
      </p>
    );
  }
  return (
    <details className="collection__more">
      <summary>{name}: show the words</summary>
      <p className="collection__parsed">
        <code>{words}</code>
      </p>
    </details>
  );
}

const longest = 300;
