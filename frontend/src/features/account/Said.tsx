import type { ReactNode } from 'react';
import { Notice } from '../../shared/Notice';

/** This says that something was done; it is read out, because the focus stays where it is. */
export function Said({ title, children }: { title: string | undefined; children?: ReactNode }) {
  return (
    <div role="status">
      {title === undefined ? null : (
        <Notice kind="success" title={title}>
          {children}
        </Notice>
      )}
    </div>
  );
}
