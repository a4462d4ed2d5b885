import { useState } from 'react';
import { RecoveryCodes } from '../../shared/RecoveryCodes';
import { GatePage } from './GatePage';

export function RecoveryCodesPage({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const [isKept, setKept] = useState(false);
  return (
    <GatePage
      title="Keep your recovery codes"
      lead="If you lose your phone, one of these gets you in instead of the app’s code. Each works once. They are shown only now: print them, or write them down, and keep them away from your computer."
    >
      <RecoveryCodes codes={codes} />
      <form
        className="gate__form"
        onSubmit={(event) => {
          event.preventDefault();
          onKept();
        }}
      >
        <label className="tick">
          <input
            type="checkbox"
            required
            checked={isKept}
            onChange={(event) => {
              setKept(event.target.checked);
            }}
          />
          I have kept the codes in a safe place
        </label>
        <button className="usa-button" type="submit">
          Continue to the archive
        </button>
      </form>
    </GatePage>
  );
}
