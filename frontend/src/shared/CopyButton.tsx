import { useState } from 'react';

/** This puts a text on the clipboard and says whether it worked. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('The browser does not let the page copy. Select the text and copy it yourself.');
    }
  };
  return (
    <span className="copy">
      <button type="button" className="usa-button usa-button--outline" onClick={() => void copy()}>
        {children}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
