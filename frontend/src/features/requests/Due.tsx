import { calendarDay } from '../../shared/wording';
import type { BoardLine } from '../../shared/requests';

export type Lateness = BoardLine['lateness'];
type DueKind = NonNullable<BoardLine['dueKind']>;

const kindNames: Record<DueKind, string> = {
  RESPOND_BY: 'Answer by',
  DEEMED_DENIED: 'Counts as denied after',
  PRODUCE_BY: 'Produce by',
  APPEAL_BY: 'Appeal by',
  PETITION_BY: 'Petition by',
  EXTENSION_NOTICE_BY: 'Notice of more time by',
  ON_APPEAL: 'On appeal',
  GUIDANCE: 'Recommended by',
};

interface DueProps {
  readonly dueOn: string | undefined;
  readonly kind: DueKind | undefined;
  readonly lateness: Lateness;
  readonly standsStill: boolean;
}

/** This is when something is due by law, in words; its colour only repeats them. */
export function Due({ dueOn, kind, lateness, standsStill }: DueProps) {
  if (dueOn === undefined || kind === undefined)
    return (
      <span className="due-mark">
        {standsStill
          ? 'The clock stands still'
          : kind === 'ON_APPEAL'
            ? 'An appeal: others decide'
            : 'The law sets no day'}
      </span>
    );
  const isLate = lateness === 'LATE' || lateness === 'ANSWERED_LATE';
  const tone = isLate ? ' due-mark--late' : lateness === 'DUE_TODAY' ? ' due-mark--today' : '';
  const day = `${kindNames[kind]} ${calendarDay(dueOn)}`;
  return (
    <span className={`due-mark${tone}`}>
      {lateness === 'LATE'
        ? `Overdue: ${day.charAt(0).toLowerCase()}${day.slice(1)}`
        : lateness === 'DUE_TODAY'
          ? `Today: ${day.charAt(0).toLowerCase()}${day.slice(1)}`
          : lateness === 'ANSWERED_LATE'
            ? 'Answered late'
            : lateness === 'ANSWERED_IN_TIME'
              ? 'Answered in time'
              : day}
    </span>
  );
}
