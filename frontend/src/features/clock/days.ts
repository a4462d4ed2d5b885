const weekdays = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });
const shortDays = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });

/** The weekday of a day such as 2026-07-09. */
export const weekdayOf = (day: string) => weekdays.format(new Date(`${day}T00:00:00Z`));
export const shortWeekdayOf = (day: string) => shortDays.format(new Date(`${day}T00:00:00Z`));
