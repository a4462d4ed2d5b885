import type { MessageView } from '../../shared/api';
import { Icon } from '../../shared/Icon';
import { attachmentAddress } from '../../shared/takeaway';
import { size } from '../../shared/wording';

export function Attachments({ message: { accession, attachments } }: { message: MessageView }) {
  return (
    <section className="card" aria-labelledby="attachments-heading">
      <h2 id="attachments-heading">Attachments</h2>
      {attachments.length === 0 ? <p>None.</p> : null}
      <ul className="attachments">
        {attachments.map((attachment) => (
          <li key={attachment.part}>
            <Icon name="attach_file" />
            <span>
              <a className="attachments__name" href={attachmentAddress(accession, attachment.part)} download>
                {attachment.fileName || '(no file name)'}
                <span className="usa-sr-only">, download</span>
              </a>
              <span className="attachments__facts">
                {size(attachment.sizeBytes)}, {attachment.contentType || 'no type named'}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {attachments.length === 0 ? null : (
        <p className="card__note">
          Attachments are downloaded as they were sent, never opened here. Each download is written down. What
          came from outside may be harmful.
        </p>
      )}
    </section>
  );
}
