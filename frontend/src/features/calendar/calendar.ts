import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type CalendarView = Schemas['CalendarView'];
export type OfficeForm = Schemas['OfficeForm'];
export type OfficeView = Schemas['OfficeView'];
export type ClosureForm = Schemas['ClosureForm'];
export type PlaceForm = Schemas['PlaceForm'];
export type Weekday = NonNullable<OfficeForm['days']>[number];

export const useCalendar = () =>
  useQuery({
    queryKey: ['settings', 'calendar'],
    queryFn: ({ signal }) => asked<CalendarView>(client.GET('/api/settings/calendar', { signal })),
  });

/** A change of the calendar; requests are counted anew after it. */
export function useCalendarAct<T>(act: (what: T) => Promise<CalendarView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (calendar) => {
      queries.setQueryData(['settings', 'calendar'], calendar);
      void queries.invalidateQueries({ queryKey: ['requests'] });
    },
  });
}

export const weekdays: readonly (readonly [Weekday, string])[] = [
  ['MONDAY', 'Monday'],
  ['TUESDAY', 'Tuesday'],
  ['WEDNESDAY', 'Wednesday'],
  ['THURSDAY', 'Thursday'],
  ['FRIDAY', 'Friday'],
  ['SATURDAY', 'Saturday'],
  ['SUNDAY', 'Sunday'],
];
