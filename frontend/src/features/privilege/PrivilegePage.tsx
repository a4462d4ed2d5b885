import { Problem } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { useRules } from '../../shared/privilege';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted } from '../../shared/wording';
import { AddRule } from './AddRule';
import { Queue } from './Queue';
import { Releases } from './Releases';
import { RuleList } from './RuleList';

/** This is counsel's: what is kept from everyone else, why, and what counsel let go. */
export function PrivilegePage({ query }: { query: URLSearchParams }) {
  const { data: rules, error, refetch } = useRules();
  const isOthers = error instanceof Problem && error.status === 403;
  return (
    <>
      <PageHeading title="Privilege">Privilege</PageHeading>
      <p className="lead">
        Mail to or from counsel is kept from everyone but counsel until counsel releases it. Others are told
        how many messages match their search and are kept back, nothing else.
      </p>
      {isOthers ? (
        <Notice kind="info" title="This page is counsel’s">
          <p>{error.message}</p>
        </Notice>
      ) : error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : rules === undefined ? (
        <Waiting what="Counting…" />
      ) : (
        <div className="privilege">
          <p className="standing" role="status">
            <strong>{counted(rules.keptBack, 'message')}</strong> {rules.keptBack === 1 ? 'is' : 'are'} kept
            back; {count(rules.released)} released.
          </p>
          <RuleList rules={rules.rules} />
          <AddRule />
          <Queue query={query} />
          <Releases />
        </div>
      )}
    </>
  );
}
