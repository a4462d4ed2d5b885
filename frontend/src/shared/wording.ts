const numbers = new Intl.NumberFormat('en-US');
const calendarDays = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const date = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

const formatsIn = (timeZone: string | undefined) => {
  const format = (shape: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', timeZone === undefined ? shape : { ...shape, timeZone });
  return {
    day: format(date),
    moment: format({ ...date, ...time, second: '2-digit' }),
    minute: format({ ...date, ...time }),
    hour: format({
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      timeZoneName: 'short',
    }),
  };
};

let formats = formatsIn(undefined);
let zone = '';

/** From now on times are told as the city's clocks show them, wherever the browser is. */
export function tellTimeIn(timeZone: string): void {
  if (timeZone === zone) return;
  zone = timeZone;
  try {
    formats = formatsIn(timeZone);
  } catch {
    // The browser does not know the zone: its own clock has to do, and names its zone.
    formats = formatsIn(undefined);
  }
}

/** This is a day and a time as the city's clocks show them, in the form in which a form's fields take them. */
export interface CityTime {
  readonly day: string;
  readonly time: string;
}

/** Now, or another moment, in the city. */
export function cityNow(at = new Date()): CityTime {
  const shape = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const options = { ...shape, hourCycle: 'h23' } as const;
  const zoned = zone === '' ? options : { ...options, timeZone: zone };
  const part = new Map(
    new Intl.DateTimeFormat('en-US', zoned).formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

export const count = (amount: number) => numbers.format(amount);

export const counted = (amount: number, one: string, many = `${one}s`) =>
  `${count(amount)} ${amount === 1 ? one : many}`;

export const day = (instant: string | undefined) =>
  instant === undefined ? 'no date' : formats.day.format(new Date(instant));

/** A day of the calendar, such as 2026-11-30, which is the same day wherever it is read. */
export const calendarDay = (date: string) => calendarDays.format(new Date(date));

export const moment = (instant: string | undefined) =>
  instant === undefined ? 'no date' : formats.moment.format(new Date(instant));

/** A moment without seconds, for what needs no proof. */
export const minute = (instant: string) => formats.minute.format(new Date(instant));

export const hour = (instant: string) => formats.hour.format(new Date(instant));

export function size(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  if (bytes >= 1024 ** 3) return `${(bytes / 1024 ** 3).toFixed(bytes < 10 * 1024 ** 3 ? 1 : 0)} GB`;
  const isLarge = bytes >= 1024 * 1024;
  const amount = bytes / (isLarge ? 1024 * 1024 : 1024);
  return `${amount < 10 ? amount.toFixed(1) : count(Math.round(amount))} ${isLarge ? 'MB' : 'KB'}`;
}
