import type { ReactNode } from 'react';

type Kind = 'info' | 'success' | 'warning' | 'error';

/** This is a USWDS alert. An error is announced at once; the others wait until they are read. */
export function Notice({ kind, title, children }: { kind: Kind; title: string; children?: ReactNode }) {
  return (
    <div className={`usa-alert usa-alert--${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{title}</h2>
        {children === undefined ? null : <div className="usa-alert__text">{children}</div>}
      </div>
    </div>
  );
}
