const numbers = new Intl.NumberFormat('en-US');
const days = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric' });
const calendarDays = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

const hours = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  timeZoneName: 'short',
});

export const count = (amount: number) => numbers.format(amount);

export const counted = (amount: number, one: string, many = `${one}s`) =>
  `${count(amount)} ${amount === 1 ? one : many}`;

export const day = (instant: string | undefined) =>
  instant === undefined ? 'no date' : days.format(new Date(instant));

/** A day of the calendar, such as 2026-11-30, which is the same day wherever it is read. */
export const calendarDay = (date: string) => calendarDays.format(new Date(date));

export const moment = (instant: string | undefined) =>
  instant === undefined ? 'no date' : moments.format(new Date(instant));

export const hour = (instant: string) => hours.format(new Date(instant));

export function size(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  if (bytes >= 1024 ** 3) return `${(bytes / 1024 ** 3).toFixed(bytes < 10 * 1024 ** 3 ? 1 : 0)} GB`;
  const isLarge = bytes >= 1024 * 1024;
  const amount = bytes / (isLarge ? 1024 * 1024 : 1024);
  return `${amount < 10 ? amount.toFixed(1) : count(Math.round(amount))} ${isLarge ? 'MB' : 'KB'}`;
}
