import { useMutation } from '@tanstack/react-query';
import { Icon } from '../../shared/Icon';
import { saveProof } from '../../shared/takeaway';

/** This is how the proof for a court is taken away. */
export function Proof({ accession }: { accession: number }) {
  const proving = useMutation({ mutationFn: () => saveProof(accession) });
  return (
    <div className="card__proof">
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={proving.isPending}
        onClick={() => {
          proving.mutate();
        }}
      >
        <Icon name="check_circle" />
        {proving.isPending ? 'Making the proof…' : 'Download the proof'}
      </button>
      <p className="card__note" role="status">
        {proving.isError
          ? `No proof was made. ${proving.error.message}`
          : proving.isSuccess
            ? 'The proof is among your downloads. Run verify.sh in it to check it.'
            : 'A ZIP with the message, its place in the log and a script that checks both without this archive. It is written down.'}
      </p>
    </div>
  );
}
