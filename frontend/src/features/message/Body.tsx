import { addressOf, adjust } from '../../shared/address';
import { htmlAddress, rawAddress, useSource, type MessageView } from '../../shared/api';
import { Trouble, Waiting } from '../../shared/Trouble';
import { moment } from '../../shared/wording';
import { Tabs, type Tab } from './Tabs';

export function Body({ message, view }: { message: MessageView; view: string }) {
  const text: Tab = { id: 'text', name: 'Text', panel: () => <TextBody message={message} /> };
  const html: Tab = { id: 'html', name: 'HTML', panel: () => <HtmlBody message={message} /> };
  const headers: Tab = { id: 'headers', name: 'Headers', panel: () => <Headers message={message} /> };
  const raw: Tab = { id: 'raw', name: 'Raw', panel: () => <Raw message={message} /> };
  const tabs = message.hasHtml ? [text, html, headers, raw] : [text, headers, raw];
  const choose = (id: string) => {
    const { pathname, search } = window.location;
    adjust(addressOf(pathname, { ...Object.fromEntries(new URLSearchParams(search)), view: id }));
  };
  return (
    <Tabs
      label="Ways to read this message"
      tabs={tabs}
      chosen={tabs.find(({ id }) => id === view) ?? text}
      onChoose={choose}
    />
  );
}

function TextBody({ message }: { message: MessageView }) {
  return (
    <>
      {message.text.trim() === '' ? (
        <p className="body__none">The message has no text of its own.</p>
      ) : (
        <div className="body__text">{message.text}</div>
      )}
      {message.isTextCut ? (
        <p className="body__note">
          Only the beginning of this very long text is shown. The raw message has all of it.
        </p>
      ) : null}
      {message.attachedMail.map((attached) => (
        <AttachedMail key={attached.part} attached={attached} />
      ))}
    </>
  );
}

function AttachedMail({ attached }: { attached: MessageView['attachedMail'][number] }) {
  return (
    <section className="body__attached" aria-label={`Attached message: ${attached.subject}`}>
      <h2>Attached message: {attached.subject || '(no subject)'}</h2>
      <p className="body__note">
        From {attached.from || 'no sender named'}, {moment(attached.sentAt)}
      </p>
      <div className="body__text">{attached.text}</div>
    </section>
  );
}

function HtmlBody({ message }: { message: MessageView }) {
  return (
    <>
      <p className="body__note">
        Scripts, forms and everything that would be fetched from elsewhere were taken out. Links are shown,
        but do not work here.
      </p>
      <div className="body__frame">
        <iframe
          title="The message as its HTML shows it"
          src={htmlAddress(message.accession)}
          sandbox=""
          referrerPolicy="no-referrer"
        />
      </div>
    </>
  );
}

function Headers({ message }: { message: MessageView }) {
  return (
    <table className="usa-table usa-table--borderless usa-table--compact headers">
      <caption className="usa-sr-only">Every header of the message, in its order</caption>
      <thead>
        <tr>
          <th scope="col">Header</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {message.headers.map((header, number) => (
          <tr key={number}>
            <th scope="row">{header.name}</th>
            <td>{header.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Raw({ message }: { message: MessageView }) {
  const { data: source, error, refetch } = useSource(message.accession);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (source === undefined) return <Waiting what="Fetching the message as received…" />;
  const isCut =
    (message.captures.find(({ accession }) => accession === message.accession)?.sizeBytes ?? 0) > 262_144;
  return (
    <>
      <p className="body__note">
        {isCut ? 'The first 256 KB of what was received. ' : 'What was received, byte for byte. '}
        <a href={rawAddress(message.accession)} download>
          Download all of it
        </a>
      </p>
      <pre className="body__raw">{source}</pre>
    </>
  );
}
