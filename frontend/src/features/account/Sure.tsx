import type { ReactNode } from 'react';
import { Refused } from '../../shared/Refused';

interface SureProps {
  readonly question: ReactNode;
  readonly yes: string;
  readonly no: string;
  readonly isPending: boolean;
  readonly trouble: Error | null;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** This asks once more before something ends that cannot be brought back. */
export function Sure({ question, yes, no, isPending, trouble, onYes, onNo }: SureProps) {
  return (
    <>
      <Refused trouble={trouble} />
      <p>{question}</p>
      <p className="account__acts">
        <button
          type="button"
          className="usa-button usa-button--secondary"
          disabled={isPending}
          onClick={onYes}
        >
          {yes}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onNo}>
          {no}
        </button>
      </p>
    </>
  );
}
