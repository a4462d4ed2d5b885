import { Fragment } from 'react';
import { Link } from '../../shared/address';
import type { Hit, Snippet } from '../../shared/api';
import { Icon } from '../../shared/Icon';
import { counted, day } from '../../shared/wording';
import { lastOpened } from './lastOpened';
import { messageAddress, type PlaceInResults } from './results';

const namesShown = 3;

export function ResultLine({ hit, place }: { hit: Hit; place: PlaceInResults }) {
  const { accession, captures } = hit.message;
  const recipients = hit.to.length > 0 ? hit.to : hit.recipients;
  const inSubject = hit.snippets.find(({ place, text }) => place === 'SUBJECT' && text === hit.subject);
  const open = () => {
    lastOpened.keep(accession);
  };
  return (
    <li className="result">
      <div className="result__top">
        <h3 className="result__subject">
          <Link href={messageAddress(accession, place)} id={`found-${accession}`} onClick={open}>
            {inSubject === undefined ? hit.subject || '(no subject)' : <Marked snippet={inSubject} />}
          </Link>
        </h3>
        <time className="result__day" dateTime={hit.sentAt ?? hit.capturedAt}>
          {day(hit.sentAt ?? hit.capturedAt)}
        </time>
      </div>
      <p className="result__people">
        <span className="usa-sr-only">From </span>
        <span className="result__sender">{hit.from || 'no sender named'}</span>
        <span aria-hidden="true"> → </span>
        <span className="usa-sr-only"> to </span>
        {shortened(recipients) || 'no recipient named'}
      </p>
      {hit.snippets
        .filter((snippet) => snippet !== inSubject)
        .map((snippet, number) => (
          <p className="result__snippet" key={number}>
            <Marked snippet={snippet} />
          </p>
        ))}
      <p className="result__facts">
        <span>Accession {shortened(captures)}</span>
        {captures.length > 1 ? <span>{counted(captures.length, 'capture')}</span> : null}
        {hit.attachments.length > 0 ? (
          <span>
            <Icon name="attach_file" />
            <span className="usa-sr-only">Attached: </span>
            {shortened(hit.attachments)}
          </span>
        ) : null}
      </p>
    </li>
  );
}

/** What matched is marked; everything is text, whatever the message holds. */
function Marked({ snippet: { text, marks } }: { snippet: Snippet }) {
  return (
    <>
      {marks.map(({ start, end }, number) => (
        <Fragment key={start}>
          {text.slice(marks[number - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}

function shortened(names: readonly (string | number)[]): string {
  const rest = names.length - namesShown;
  return names.slice(0, namesShown).join(', ') + (rest > 0 ? ` and ${counted(rest, 'more', 'more')}` : '');
}
