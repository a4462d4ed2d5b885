import { determinationNames, statusNames, type Determination, type StatusKind } from '../../shared/requests';

interface StatusMarkProps {
  readonly kind: StatusKind;
  readonly determination?: Determination | undefined;
}

const waiting: readonly StatusKind[] = ['CLARIFICATION', 'FEE_PENDING', 'COUNSEL', 'APPROVAL'];
const over: readonly StatusKind[] = ['CLOSED', 'APPEALED', 'MISFILED'];

/** This is where a request stands, in words; its colour only repeats them. */
export function StatusMark({ kind, determination }: StatusMarkProps) {
  const tone = over.includes(kind) ? 'over' : waiting.includes(kind) ? 'waiting' : 'working';
  const detail = determination === undefined ? '' : `: ${determinationNames[determination].toLowerCase()}`;
  return (
    <span className={`status-mark status-mark--${tone}`}>
      {statusNames[kind]}
      {detail}
    </span>
  );
}
