import { useMessage, type MessageView } from '../../shared/api';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { Attachments } from './Attachments';
import { Body } from './Body';
import { Conversation } from './Conversation';
import { Custody } from './Custody';
import { Defects } from './Defects';
import { Envelope } from './Envelope';
import { Received } from './Received';
import { Trail, type Way } from './Trail';

interface MessagePageProps {
  readonly accession: number;
  readonly view: string;
  readonly trail: Way;
}

export function MessagePage({ accession, view, trail }: MessagePageProps) {
  const { data: message, error, refetch } = useMessage(accession);
  return (
    <>
      <Trail way={trail} />
      {message === undefined ? (
        <>
          <PageHeading title={`Message ${accession}`}>Message {accession}</PageHeading>
          {error === null ? (
            <Waiting what="Opening the message…" />
          ) : (
            <Trouble trouble={error} onRetry={() => void refetch()} />
          )}
        </>
      ) : (
        <Opened message={message} view={view} />
      )}
    </>
  );
}

function Opened({ message, view }: { message: MessageView; view: string }) {
  const subject = message.subject || '(no subject)';
  return (
    <article className="message">
      <PageHeading title={subject}>{subject}</PageHeading>
      <div className="message__columns">
        <div className="message__main">
          <Envelope message={message} />
          <Defects defects={message.defects} />
          <Body message={message} view={view} />
          <Received message={message} />
        </div>
        <aside className="message__side" aria-label="About this message">
          <Attachments message={message} />
          <Conversation accession={message.accession} />
          <Custody message={message} />
        </aside>
      </div>
    </article>
  );
}
