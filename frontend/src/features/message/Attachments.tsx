import type { MessageView } from '../../shared/api';
import { Icon } from '../../shared/Icon';
import { size } from '../../shared/wording';

export function Attachments({ attachments }: { attachments: MessageView['attachments'] }) {
  return (
    <section className="card" aria-labelledby="attachments-heading">
      <h2 id="attachments-heading">Attachments</h2>
      {attachments.length === 0 ? <p>None.</p> : null}
      <ul className="attachments">
        {attachments.map((attachment) => (
          <li key={attachment.part}>
            <Icon name="attach_file" />
            <span>
              <span className="attachments__name">{attachment.fileName || '(no file name)'}</span>
              <span className="attachments__facts">
                {size(attachment.sizeBytes)}, {attachment.contentType || 'no type named'}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {attachments.length === 0 ? null : (
        <p className="card__note">Attachments are named here. Their content is in the raw message.</p>
      )}
    </section>
  );
}
