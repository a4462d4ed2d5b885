import { Notice } from '../../shared/Notice';
import { counted } from '../../shared/wording';

/** This is what is irregular about the message, said so that no one takes the page for more than it is. */
export function Defects({ defects }: { defects: readonly string[] }) {
  if (defects.length === 0) return null;
  return (
    <div className="defects">
      <Notice
        kind="warning"
        title={`This message has ${counted(defects.length, 'irregularity', 'irregularities')}`}
      >
        <ul>
          {defects.map((sentence, number) => (
            <li key={number}>{sentence}</li>
          ))}
        </ul>
        <p>The message is kept exactly as it came; see it under Raw.</p>
      </Notice>
    </div>
  );
}
