import { useQuery } from '@tanstack/react-query';
import { asked, client } from './api';
import type { components } from './api-schema';

export type CounselQueue = components['schemas']['CounselQueue'];
export type CounselLine = components['schemas']['CounselLine'];

/** What waits for counsel in all requests: questions, first due first, then what counsel keeps back. */
export const useCounselQueue = (isWanted = true) =>
  useQuery({
    queryKey: ['requests', 'counsel'],
    enabled: isWanted,
    queryFn: ({ signal }) => asked<CounselQueue>(client.GET('/api/counsel/queue', { signal })),
  });
