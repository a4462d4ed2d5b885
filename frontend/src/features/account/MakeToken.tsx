import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import type { Role } from '../../shared/session';
import { useChange, type Scope } from './account';
import { later, scopeNames, scopesOf } from './tokens';

interface MakeTokenProps {
  readonly roles: readonly Role[];
  readonly today: string;
  readonly hasPassword: boolean;
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}

const daysAtFirst = 30;
const daysMax = 365;

export function MakeToken({ roles, today, hasPassword, onMade, onClose }: MakeTokenProps) {
  const [name, setName] = useState('');
  const [endsOn, setEndsOn] = useState(later(today, daysAtFirst));
  const [password, setPassword] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const make = useChange(() =>
    asked<components['schemas']['TokenMade']>(
      client.POST('/api/me/tokens', {
        body: { name, endsOn, scopes: [...scopes], ...(hasPassword ? { password } : {}) },
      }),
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate(undefined, {
      onSuccess: ({ secret }) => {
        onMade(secret);
        onClose();
      },
      onError: () => {
        setPassword('');
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={make.error} />
      <Field
        label="Which program will use it"
        name="name"
        autoComplete="off"
        required
        maxLength={100}
        value={name}
        onType={setName}
      />
      <fieldset className="account__scopes">
        <legend>It may</legend>
        {scopesOf(roles).map((scope) => (
          <label className="tick" key={scope}>
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={({ target }) => {
                setScopes(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope));
              }}
            />
            {scopeNames[scope]}
          </label>
        ))}
      </fieldset>
      <Field
        label="Its last day"
        hint="A year from today at most."
        type="date"
        name="ends-on"
        required
        min={today}
        max={later(today, daysMax)}
        value={endsOn}
        onType={setEndsOn}
      />
      {hasPassword ? (
        <Field
          label="Your password, once more"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onType={setPassword}
        />
      ) : null}
      <p className="account__acts">
        <button className="usa-button" type="submit" disabled={make.isPending}>
          Make the token
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}
