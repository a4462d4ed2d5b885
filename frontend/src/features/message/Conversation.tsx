import { addressOf, Link } from '../../shared/address';
import { Trouble } from '../../shared/Trouble';
import { useConversation } from '../../shared/takeaway';
import { day } from '../../shared/wording';

/** This is the other messages of the conversation, as far as they may be read here, oldest first. */
export function Conversation({ accession }: { accession: number }) {
  const { data: messages, error, refetch } = useConversation(accession);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (messages === undefined || messages.length < 2) return null;
  return (
    <section className="card" aria-labelledby="conversation-heading">
      <h2 id="conversation-heading">Conversation</h2>
      <ol className="conversation">
        {messages.map((hit) => {
          const isThis = hit.message.captures.includes(accession);
          return (
            <li key={hit.message.accession} aria-current={isThis ? 'true' : undefined}>
              {isThis ? (
                <span>{hit.subject || '(no subject)'} (this message)</span>
              ) : (
                <Link href={addressOf(`/messages/${hit.message.accession}`, {})}>
                  {hit.subject || '(no subject)'}
                </Link>
              )}
              <span className="conversation__facts">
                {hit.from || 'no sender named'}, {day(hit.sentAt ?? hit.capturedAt)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
