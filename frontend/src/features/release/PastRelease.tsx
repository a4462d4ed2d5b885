import { addressOf, Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { requestAddress } from '../../shared/requests';
import { counted, minute } from '../../shared/wording';
import { Asked } from './Asked';
import { HandOverPanel } from './HandOverPanel';
import { Links } from './Links';
import { stateNames, useRecall, type Release } from './releases';

interface PastReleaseProps {
  readonly id: number;
  readonly release: Release;
  readonly mayAct: boolean;
}

/** This is one release that has come to an end: what it was, its links, and how to call it back. */
export function PastRelease({ id, release, mayAct }: PastReleaseProps) {
  const recall = useRecall(id, release.id);
  const isOut = release.state === 'FINALISED';
  const { finalised } = release;
  return (
    <li className="release__one">
      <h3>
        Part {release.part}{' '}
        <span className={`status-mark ${isOut ? '' : 'status-mark--over'}`}>{stateNames[release.state]}</span>
      </h3>
      {finalised === undefined ? (
        <p>
          Begun by {release.preparedBy} on {minute(release.preparedAt)}. {release.why}
        </p>
      ) : (
        <p>
          {counted(release.pages, 'page')} from {release.firstBates},{' '}
          {counted(release.redactions, 'redaction')}. Prepared by {release.preparedBy}, finalised by{' '}
          {finalised.by} on {minute(finalised.at)}; number {finalised.logEntry} in the archive’s log.
        </p>
      )}
      {release.state === 'RECALLED' ? (
        <Notice kind="warning" title={`Recalled on ${minute(release.since)}`}>
          <p>{release.why}</p>
          <p>
            Its links are dead. What was downloaded before is out: tell the requester in a letter what was
            sent by mistake, ask that every copy be deleted, and say when the right release follows.
          </p>
          <p>
            <Link href={addressOf(requestAddress(id, 'letters'), { kind: 'RECALL_NOTICE' })}>
              Write the recall notice
            </Link>
          </p>
        </Notice>
      ) : null}
      {release.links.length === 0 ? null : <Links id={id} release={release} mayAct={mayAct && isOut} />}
      {isOut && mayAct ? (
        <>
          <HandOverPanel id={id} release={release} />
          <Asked
            act="Recall it"
            about={`part ${release.part}`}
            label="Why it is recalled"
            confirm="Recall this release"
            isPending={recall.isPending}
            trouble={recall.error}
            onSaid={(reason) => {
              recall.mutate(reason);
            }}
          />
        </>
      ) : null}
    </li>
  );
}
