/** This is what narrows a search beside its words. Each part is written in the query language, for all to read. */
export interface Filters {
  readonly from?: string;
  readonly recipient?: string;
  readonly since?: string;
  readonly until?: string;
  readonly attachment?: string;
  readonly source?: string;
}

export const filterNames = ['from', 'recipient', 'since', 'until', 'attachment', 'source'] as const;
export type FilterName = (typeof filterNames)[number];

export function filtersIn(query: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames
      .map((name) => [name, (query.get(name) ?? '').trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** The words and the filters as one query. */
export function composed(q: string, filters: Filters): string {
  const parts = [
    filters.from && `from:${quoted(filters.from)}`,
    filters.recipient && `recipient:${quoted(filters.recipient)}`,
    filters.since === undefined && filters.until === undefined
      ? undefined
      : `sent:${days(filters.since, filters.until)}`,
    filters.attachment && 'attachment:*',
    filters.source && `source:${quoted(filters.source)}`,
  ].filter((part) => part !== undefined && part !== '');
  if (parts.length === 0) return q;
  return [q === '' ? '' : `(${q})`, ...parts].join(' ').trim();
}

/** Each filter in words, to be shown and taken away. */
export function chips(filters: Filters): readonly { name: FilterName; text: string }[] {
  const texts: Record<FilterName, (value: string) => string> = {
    from: (value) => `From ${value}`,
    recipient: (value) => `Received by ${value}`,
    since: (value) => `Since ${value}`,
    until: (value) => `Until ${value}`,
    attachment: () => 'With attachment',
    source: (value) => `Source ${value}`,
  };
  return filterNames.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [{ name, text: texts[name](value) }];
  });
}

function days(since: string | undefined, until: string | undefined): string {
  return since === until ? (since ?? '') : `${since ?? ''}..${until ?? ''}`;
}

function quoted(value: string): string {
  return /^[\p{L}\p{N}@._+-]+$/u.test(value)
    ? value
    : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
