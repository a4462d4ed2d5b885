import type { ReactNode } from 'react';
import type { Health } from '../../shared/api';
import { count, moment } from '../../shared/wording';

/** This is how far the archive and its index have come. */
export function Facts({
  health,
  entries,
}: {
  health: Omit<Health, 'alarms' | 'key' | 'mirror'>;
  entries?: number;
}) {
  const behind = (entries ?? health.captured) - health.indexedThrough;
  return (
    <dl className="facts">
      <Fact name="Messages captured">{count(health.captured)}</Fact>
      <Fact name="Search index" note={behind > 0 ? 'New mail is found once it is indexed.' : undefined}>
        {behind > 0 ? `${count(behind)} behind` : 'Up to date'}
      </Fact>
      <Fact
        name="Last signed checkpoint"
        note={health.lastCheckpoint === undefined ? undefined : moment(health.lastCheckpoint.signedAt)}
      >
        {health.lastCheckpoint === undefined ? 'None yet' : `${count(health.lastCheckpoint.size)} entries`}
      </Fact>
      <Fact
        name="Last integrity check"
        note={health.lastVerified === undefined ? 'The server makes the first within the hour.' : undefined}
      >
        {health.lastVerified === undefined ? 'None yet' : moment(health.lastVerified)}
      </Fact>
      <Fact
        name="Newest outside anchor"
        note={
          health.lastAnchor === undefined
            ? 'Nobody outside vouches for the log. Name a time-stamp authority in anchors.properties.'
            : `${health.lastAnchor.what}, over ${count(health.lastAnchor.size)} entries`
        }
      >
        {health.lastAnchor === undefined ? 'None yet' : moment(health.lastAnchor.at)}
      </Fact>
    </dl>
  );
}

export function Fact({
  name,
  note,
  children,
}: {
  name: string;
  note?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="facts__fact">
      <dt>{name}</dt>
      <dd>
        {children}
        {note === undefined ? null : <span className="facts__note">{note}</span>}
      </dd>
    </div>
  );
}
