interface RowMarkProps {
  readonly citation: string;
  readonly mark: string;
  readonly verified: boolean;
}

/** This is a citation, and how far the row behind it may be relied on. */
export function RowMark({ citation, mark, verified }: RowMarkProps) {
  return (
    <p className="row-mark">
      <cite>{citation}</cite>{' '}
      <span className={verified ? 'row-mark__how row-mark__how--verified' : 'row-mark__how'}>
        {verified
          ? 'Verified by counsel'
          : mark === 'read'
            ? 'Read in a source, not verified'
            : 'General knowledge, not verified'}
      </span>
    </p>
  );
}
