import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Refused } from '../../shared/Refused';
import { Trouble } from '../../shared/Trouble';

type Rule = components['schemas']['ReleaseRule'];

const choices: readonly (readonly [Rule['approval'], string, string])[] = [
  [
    'WHERE_ASKED',
    'Where an officer asks for it',
    'Every release has a second person already: nobody finalises what they prepared.',
  ],
  ['ALWAYS', 'Always', 'Nothing is finalised until an approver has said yes to the review as it is.'],
];

/** This is whether a release needs a third person’s approval. */
export function ReleaseRuleForm() {
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'releases'],
    queryFn: () => asked<Rule>(client.GET('/api/settings/releases')),
  });
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : <Choices now={data.approval} />;
}

function Choices({ now }: { now: Rule['approval'] }) {
  const [approval, setApproval] = useState(now);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => asked<Rule>(client.PUT('/api/settings/releases', { body: { approval } })),
    onSuccess: (rule) => {
      queries.setQueryData(['settings', 'releases'], rule);
      void queries.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section className="panel release-rule" aria-labelledby="release-rule">
      <h2 id="release-rule">Releases</h2>
      <Refused trouble={change.error} />
      <form onSubmit={submit}>
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">When a release needs an approval</legend>
          {choices.map(([value, name, hint]) => (
            <div className="usa-radio" key={value}>
              <input
                className="usa-radio__input"
                id={`release-rule-${value}`}
                type="radio"
                name="release-rule"
                checked={approval === value}
                onChange={() => {
                  setApproval(value);
                }}
              />
              <label className="usa-radio__label" htmlFor={`release-rule-${value}`}>
                {name}
                <span className="usa-radio__label-description">{hint}</span>
              </label>
            </div>
          ))}
        </fieldset>
        <p className="acts">
          <button className="usa-button" type="submit" disabled={change.isPending}>
            Save the rule
          </button>
          <span role="status">{change.isSuccess ? 'Saved.' : ''}</span>
        </p>
      </form>
    </section>
  );
}
