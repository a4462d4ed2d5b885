import { useQuery } from '@tanstack/react-query';
import { asked, client } from './api';
import type { components } from './api-schema';

export const singleSignOnKey = ['single-sign-on'];

/** Single sign-on as it stands: in force, and waiting for counsel. */
export const useSingleSignOn = (isWanted = true) =>
  useQuery({
    queryKey: singleSignOnKey,
    enabled: isWanted,
    queryFn: () => asked<components['schemas']['SingleSignOnView']>(client.GET('/api/single-sign-on')),
  });
