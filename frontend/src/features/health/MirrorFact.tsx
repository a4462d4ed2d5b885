import type { HealthDetails } from '../../shared/api';
import { moment } from '../../shared/wording';
import { Fact } from './Facts';

/** This is how the copy of archive and audit trail on another disk is doing, and what to do about it. */
export function MirrorFact({ mirror }: { mirror: HealthDetails['mirror'] }) {
  const name = 'Copy on another disk';
  if (mirror === undefined) return <Fact name={name}>None</Fact>;
  if (mirror.state === 'WHOLE')
    return (
      <Fact name={name} note={mirror.folder}>
        Has everything
      </Fact>
    );
  const since = mirror.since === undefined ? '' : ` since ${moment(mirror.since)}`;
  const behind = mirror.behind ?? mirror.folder;
  return mirror.state === 'CATCHING_UP' ? (
    <Fact name={name} note={`${behind} has been behind${since}: ${mirror.progress ?? ''}`}>
      Being brought up to date
    </Fact>
  ) : (
    <Fact name={name} note={`${behind} is behind${since}. ${mirror.advice ?? ''}`}>
      Behind: mail is on one disk only
    </Fact>
  );
}
