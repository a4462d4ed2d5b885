import { CopyButton } from './CopyButton';
import { Icon } from './Icon';

/** These are the recovery codes, the one time they are shown, with the ways to keep them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ul className="codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="codes__keep">
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            window.print();
          }}
        >
          <Icon name="print" /> Print them
        </button>
        <CopyButton text={codes.join('\n')}>Copy them</CopyButton>
      </div>
    </>
  );
}
