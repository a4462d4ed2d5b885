import type { ReactNode } from 'react';
import { PageHeading } from '../../shared/PageHeading';

/** This is the form of every page before the archive: one heading, one card, one thing to do. */
export function GatePage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="gate">
      <PageHeading title={title}>{title}</PageHeading>
      {lead === undefined ? null : <p className="gate__lead">{lead}</p>}
      {children}
    </div>
  );
}
