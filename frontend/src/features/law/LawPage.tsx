import { addressOf } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { isFilter, useJurisdictions, useLaw, type Kind } from './law';
import { LawOfOne } from './LawOfOne';
import { WhoseLaw } from './WhoseLaw';
import { kindNames } from './words';

const isKind = (text: string): text is Kind => text in kindNames;

/** This is the law the archive works with, row by row, as it is known and as counsel has verified it. */
export function LawPage({ query }: { query: URLSearchParams }) {
  const { data: all, error, refetch } = useJurisdictions();
  const chosen = query.get('in') ?? all?.home ?? all?.jurisdictions[0]?.id;
  const law = useLaw(all === undefined ? undefined : chosen);
  const trouble = error ?? law.error;
  const section = (query.get('about') ?? '').toUpperCase();
  const show = query.get('show');
  return (
    <>
      <PageHeading title="The law">The law</PageHeading>
      <p className="lead">
        Every rule this archive works with: what it says, where that is from, and whether counsel has compared
        it with the law. A ground to withhold is printed on a release only when it is verified.
      </p>
      {all === undefined || chosen === undefined ? null : (
        <WhoseLaw
          all={all}
          chosen={chosen}
          addressOf={(id) => addressOf('/law', { in: id, about: query.get('about') ?? undefined })}
        />
      )}
      {trouble !== null ? (
        <Trouble
          trouble={trouble}
          onRetry={() => {
            void refetch();
            void law.refetch();
          }}
        />
      ) : law.data === undefined ? (
        <Waiting what="Opening the law…" />
      ) : (
        <LawOfOne
          key={law.data.jurisdiction}
          law={law.data}
          about={isKind(section) ? section : 'EXEMPTIONS'}
          filter={isFilter(show) ? show : 'all'}
        />
      )}
    </>
  );
}
