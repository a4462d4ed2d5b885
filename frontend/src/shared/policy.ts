import { useQuery } from '@tanstack/react-query';
import { asked, client } from './api';
import type { components } from './api-schema';

/** The notice and policy in force, if the city has published any. */
export const usePolicy = () =>
  useQuery({
    queryKey: ['policy'],
    queryFn: () => asked<components['schemas']['PolicyInForce']>(client.GET('/api/policy')),
  });
