import { Link } from '../../shared/address';
import { rawAddress, type MessageView } from '../../shared/api';
import { Icon } from '../../shared/Icon';
import { hasRole, useSession } from '../../shared/session';
import { moment, size } from '../../shared/wording';
import { Proof } from './Proof';

/** This is when and how the archive took the message in, once for each capture, and the bytes to take away. */
export function Custody({ message }: { message: MessageView }) {
  const { data: session } = useSession();
  return (
    <section className="card" aria-labelledby="custody-heading">
      <h2 id="custody-heading">In the archive</h2>
      <ul className="captures">
        {message.captures.map((capture) => (
          <li key={capture.accession}>
            <span className="captures__number">Accession {capture.accession}</span>
            <span>Captured {moment(capture.capturedAt)}</span>
            <span>
              Source {capture.source}, {size(capture.sizeBytes)}
            </span>
            <a className="captures__raw" href={rawAddress(capture.accession)} download>
              <Icon name="file_download" />
              Download as received
              <span className="usa-sr-only">, number {capture.accession}</span>
            </a>
          </li>
        ))}
      </ul>
      {message.capturesLeftOut > 0 ? (
        <p>And {message.capturesLeftOut} more captures of the same message.</p>
      ) : null}
      {hasRole(session, 'COUNSEL', 'AUDITOR', 'ADMINISTRATOR') ? (
        <p>
          <Link href={`/audit/messages/${message.accession}`}>Who has read this message</Link>
        </p>
      ) : null}
      <Proof accession={message.accession} />
      <button
        type="button"
        className="usa-button usa-button--outline card__print"
        onClick={() => {
          window.print();
        }}
      >
        <Icon name="print" />
        Print this page
      </button>
    </section>
  );
}
