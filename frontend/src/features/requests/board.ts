import type { BoardLine, StatusKind } from '../../shared/requests';

export type Whose = 'all' | 'mine';

/** This is one part of the board. */
export interface Group {
  readonly key: 'overdue' | 'soon' | 'waiting' | 'work' | 'closed';
  readonly title: string;
  readonly why: string;
  readonly lines: readonly BoardLine[];
}

const soonDays = 3;
const dayMs = 24 * 60 * 60 * 1000;
const waits = new Set<StatusKind>(['CLARIFICATION', 'FEE_PENDING']);
const over = new Set<StatusKind>(['CLOSED', 'APPEALED', 'MISFILED']);

function groupOf(line: BoardLine, today: string): Group['key'] {
  if (over.has(line.status)) return 'closed';
  if (line.lateness === 'LATE') return 'overdue';
  if (line.standsStill || waits.has(line.status)) return 'waiting';
  if (line.dueOn === undefined) return 'work';
  return Date.parse(line.dueOn) - Date.parse(today) <= soonDays * dayMs ? 'soon' : 'work';
}

const groups: readonly Omit<Group, 'lines'>[] = [
  { key: 'overdue', title: 'Overdue', why: 'The law’s day has passed.' },
  { key: 'soon', title: 'Due soon', why: 'Due today or within three days.' },
  { key: 'work', title: 'In hand', why: 'Due later, or the law sets no day.' },
  { key: 'waiting', title: 'Waiting', why: 'For the requester’s answer or fee.' },
  { key: 'closed', title: 'Closed', why: 'Answered, withdrawn or set aside.' },
];

/** The board in its parts, of which the empty ones are left out. */
export function grouped(lines: readonly BoardLine[], today: string): readonly Group[] {
  return groups
    .map((group) => ({ ...group, lines: lines.filter((line) => groupOf(line, today) === group.key) }))
    .filter((group) => group.lines.length > 0);
}

export const departmentsIn = (lines: readonly BoardLine[]) =>
  [...new Set(lines.flatMap(({ departments }) => departments))].sort();
