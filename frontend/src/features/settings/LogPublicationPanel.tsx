import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Trouble } from '../../shared/Trouble';

type View = components['schemas']['LogPublicationView'];

/** This is the city's choice whether anybody may read the checkpoint and the hashes of its log. */
export function LogPublicationPanel() {
  const queries = useQueryClient();
  const { data: log } = useQuery<View>({
    queryKey: ['log-publication'],
    queryFn: ({ signal }) => asked<View>(client.GET('/api/settings/log', { signal })),
    retry: false,
  });
  const choice = useMutation({
    mutationFn: (isPublic: boolean) => asked<View>(client.PUT('/api/settings/log', { body: { isPublic } })),
    onSuccess: (view) => {
      queries.setQueryData(['log-publication'], view);
    },
  });
  if (log === undefined) return null;
  return (
    <section className="panel" aria-labelledby="log-publication">
      <h2 id="log-publication">The log, for anybody</h2>
      <p>
        The log’s signed checkpoint and its hashes tell nothing of any message. Whoever keeps them can show
        later that nothing was changed or taken out. When and from where mail came stays for the auditor.
      </p>
      {choice.error === null ? null : <Trouble trouble={choice.error} onRetry={choice.reset} />}
      <p role="status">
        {log.isPublic
          ? 'Anybody who reaches this server reads them at /log/checkpoint and /log/tile/.'
          : 'Only administrators, counsel and auditors read them.'}
      </p>
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={choice.isPending}
        onClick={() => {
          choice.mutate(!log.isPublic);
        }}
      >
        {log.isPublic ? 'Keep them for the city’s own people' : 'Let anybody read them'}
      </button>
      <p>Publish this key somewhere else, such as the city’s own site:</p>
      <pre className="checkpoint">{log.key}</pre>
    </section>
  );
}
