import type { ReactNode } from 'react';

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** This is one subject of the account, reached by its name from the list beside it. */
export function Part({ id, title, lead, children }: PartProps) {
  return (
    <section className="account__part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead === undefined ? null : <p className="account__lead">{lead}</p>}
      {children}
    </section>
  );
}
