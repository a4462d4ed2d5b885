import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Refused } from '../../shared/Refused';
import { TextBox } from '../../shared/TextBox';
import { Trouble } from '../../shared/Trouble';

type Letterhead = components['schemas']['LetterheadLines'];

/** These are the lines below the city’s name at the head of its letters. */
export function LetterheadForm() {
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'letterhead'],
    queryFn: () => asked<Letterhead>(client.GET('/api/settings/letterhead')),
  });
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : <Lines now={data.lines} />;
}

function Lines({ now }: { now: readonly string[] }) {
  const [text, setText] = useState(now.join('\n'));
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () =>
      asked<Letterhead>(client.PUT('/api/settings/letterhead', { body: { lines: text.split('\n') } })),
    onSuccess: (letterhead) => {
      queries.setQueryData(['settings', 'letterhead'], letterhead);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section className="panel" aria-labelledby="letterhead">
      <h2 id="letterhead">Letterhead</h2>
      <Refused trouble={change.error} />
      <form onSubmit={submit}>
        <TextBox
          label="Lines below the city’s name"
          hint="Office, address, telephone, as they stand at the head of your letters. At most 6 lines."
          rows={5}
          maxLength={800}
          value={text}
          onType={setText}
        />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={change.isPending}>
            Save the letterhead
          </button>
          <span role="status">{change.isSuccess ? 'Saved.' : ''}</span>
        </p>
      </form>
    </section>
  );
}
