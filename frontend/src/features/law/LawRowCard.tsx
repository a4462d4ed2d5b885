import { useId } from 'react';
import { calendarDay, day } from '../../shared/wording';
import type { LawRow } from './law';
import { RowWord } from './RowWord';
import { keyWords, standingNames, standingSentences, valueWords } from './words';

interface LawRowCardProps {
  readonly row: LawRow;
  readonly jurisdiction: string;
  readonly mayVerify: boolean;
  readonly isSuggestion: boolean;
}

const inHeading = new Set(['code', 'longLabel', 'name']);

/** This is one row: what it says, where that is from, how far it is known, and counsel's word on it. */
export function LawRowCard({ row, jurisdiction, mayVerify, isSuggestion }: LawRowCardProps) {
  const id = useId();
  const value = (key: string) => row.details.find((detail) => detail.key === key)?.values[0];
  const name = value('longLabel') ?? value('name');
  const details = row.details.filter(({ key }) => !inHeading.has(key));
  return (
    <article className={`law-row law-row--${row.standing.toLowerCase()}`} aria-labelledby={id}>
      <header className="law-row__head">
        <h3 id={id}>
          {name ?? row.citation}
          {value('code') === undefined ? null : <span className="law-row__code">{value('code')}</span>}
        </h3>
        <span
          className="law-row__standing"
          title={isSuggestion ? 'No statement of law.' : standingSentences[row.standing]}
        >
          {isSuggestion ? 'A suggestion' : standingNames[row.standing]}
        </span>
      </header>
      {name === undefined ? null : <p className="law-row__citation">{row.citation}</p>}
      <p className="law-row__plain">{row.plain}</p>
      {details.length === 0 ? null : (
        <dl className="law-row__details">
          {details.map(({ key, values }) => (
            <div key={key}>
              <dt>{keyWords(key)}</dt>
              {values.map((one) => (
                <dd key={one}>{valueWords(key, one)}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {row.note === undefined ? null : <p className="law-row__note">Note: {row.note}</p>}
      <p className="law-row__from">
        <Where row={row} /> {inForce(row)}
        {row.isInUse ? ' An open request rests on it.' : ''}
      </p>
      <RowWord row={row} jurisdiction={jurisdiction} mayVerify={mayVerify} />
      <Earlier row={row} />
    </article>
  );
}

function inForce({ effectiveFrom, effectiveTo }: LawRow): string {
  const from =
    effectiveFrom === undefined ? 'since a day not known here' : `from ${calendarDay(effectiveFrom)}`;
  return `In force ${from}${effectiveTo === undefined ? '' : ` until ${calendarDay(effectiveTo)}`}.`;
}

/** Nothing is loaded from these addresses: they open in a window of their own, and are not told where from. */
function Where({ row: { source, officialText } }: { row: LawRow }) {
  return (
    <>
      {source.readOn === undefined ? '' : `Read on ${calendarDay(source.readOn)} in `}
      {source.url === undefined ? source.title : <Outside href={source.url}>{source.title}</Outside>}
      {source.title.endsWith('.') ? '' : '.'}
      {officialText === undefined ? null : (
        <>
          {' '}
          <Outside href={officialText}>Official text</Outside>.
        </>
      )}
    </>
  );
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noreferrer noopener" target="_blank">
      {children}
      <span className="usa-sr-only"> (another site, in a new window)</span>
    </a>
  );
}

function Earlier({ row }: { row: LawRow }) {
  if (row.history.length === 0) return null;
  return (
    <details className="law-row__earlier">
      <summary>
        Earlier words on it ({row.history.length})<span className="usa-sr-only">: {row.citation}</span>
      </summary>
      <ul>
        {row.history.map((one) => (
          <li key={one.at + (one.withdrawnAt ?? '')}>
            {day(one.at)}: {one.by} verified {one.isOfThisText ? 'it' : 'an earlier text of it'}. “
            {one.statement}”
            {one.withdrawnAt === undefined
              ? ' It does not cover what the row says now.'
              : ` Withdrawn on ${day(one.withdrawnAt)} by ${one.withdrawnBy ?? 'counsel'}: “${one.withdrawnReason ?? ''}”`}
          </li>
        ))}
      </ul>
    </details>
  );
}
