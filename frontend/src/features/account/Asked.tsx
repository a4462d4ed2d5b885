import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trouble, Waiting } from '../../shared/Trouble';

interface AskedProps<T> {
  readonly of: UseQueryResult<T>;
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** This shows what was asked for, or that it is awaited, or why it did not come. */
export function Asked<T>({ of: { data, error, refetch }, what, children }: AskedProps<T>) {
  if (data !== undefined) return children(data);
  return error === null ? (
    <Waiting what={what} />
  ) : (
    <Trouble trouble={error} onRetry={() => void refetch()} />
  );
}
