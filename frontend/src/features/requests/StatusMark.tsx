import { determinationNames, statusNames, type Determination, type StatusKind } from '../../shared/requests';

interface StatusMarkProps {
  readonly kind: StatusKind;
  readonly determination?: Determination | undefined;
  /** Whether the approval that it stood at is given. */
  readonly isApproved?: boolean;
}

const waiting: readonly StatusKind[] = ['CLARIFICATION', 'FEE_PENDING', 'COUNSEL', 'APPROVAL'];
const over: readonly StatusKind[] = ['CLOSED', 'APPEALED', 'MISFILED'];

/** This is where a request stands, in words; its colour only repeats them. */
export function StatusMark({ kind, determination, isApproved = false }: StatusMarkProps) {
  const isPast = kind === 'APPROVAL' && isApproved;
  const tone = over.includes(kind) ? 'over' : waiting.includes(kind) && !isPast ? 'waiting' : 'working';
  const detail = determination === undefined ? '' : `: ${determinationNames[determination].toLowerCase()}`;
  return (
    <span className={`status-mark status-mark--${tone}`}>
      {isPast ? 'Approved, not released yet' : statusNames[kind]}
      {detail}
    </span>
  );
}
