import { Link } from '../../shared/address';
import type { FoundLine } from '../../shared/api';
import { Icon } from '../../shared/Icon';
import { counted, day } from '../../shared/wording';
import { lastOpened } from './lastOpened';
import { messageAddress, type PlaceInResults } from './results';

const namesShown = 3;

export function ResultLine({ hit, place }: { hit: FoundLine; place: PlaceInResults }) {
  const recipients = hit.to.length > 0 ? hit.to : hit.recipients;
  const open = () => {
    lastOpened.keep(hit.accession);
  };
  return (
    <li className="result">
      <div className="result__top">
        <h3 className="result__subject">
          <Link href={messageAddress(hit.accession, place)} id={`found-${hit.accession}`} onClick={open}>
            {hit.subject || '(no subject)'}
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
      {hit.snippets.map((snippet, number) => (
        <p className="result__snippet" key={number}>
          {snippet.pieces.map((piece, at) =>
            piece.isMatch ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
          )}
        </p>
      ))}
      <p className="result__facts">
        <span>No. {hit.captures.join(', ')}</span>
        {hit.captures.length > 1 ? <span>{counted(hit.captures.length, 'capture')}</span> : null}
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

function shortened(names: readonly string[]): string {
  const rest = names.length - namesShown;
  return names.slice(0, namesShown).join(', ') + (rest > 0 ? ` and ${counted(rest, 'more', 'more')}` : '');
}
