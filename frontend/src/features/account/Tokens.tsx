import { useState } from 'react';
import { client, done } from '../../shared/api';
import { CopyButton } from '../../shared/CopyButton';
import type { Role } from '../../shared/session';
import { calendarDay, counted, moment } from '../../shared/wording';
import { useChange, type Token } from './account';
import { Doable } from './Doable';
import { MakeToken } from './MakeToken';
import { Once } from './Once';
import { Part } from './Part';
import { Sure } from './Sure';
import { scopeNames, scopesOf, todayIn, works } from './tokens';

interface TokensProps {
  readonly tokens: readonly Token[];
  readonly roles: readonly Role[];
  readonly timeZone: string;
  readonly hasPassword: boolean;
}

export function Tokens({ tokens, roles, timeZone, hasPassword }: TokensProps) {
  const [secret, setSecret] = useState<string>();
  const today = todayIn(timeZone);
  const working = tokens.filter((token) => works(token, today));
  const over = tokens.filter((token) => !works(token, today));
  return (
    <Part
      id="tokens"
      title="Tokens for programs"
      lead="A token lets a program of yours, or the archive’s own command-line tool, ask in your name. It never does more than you may, and all it does is written down as yours. Roles that a group of the city’s directory gave you do not come with a token. All tokens stop working when you change your password, sign out everywhere or are reset."
    >
      {secret === undefined ? null : (
        <Secret
          secret={secret}
          onKept={() => {
            setSecret(undefined);
          }}
        />
      )}
      {working.length === 0 ? (
        <p className="account__none">You have no working token.</p>
      ) : (
        <ul className="account__list">
          {working.map((token) => (
            <Item key={token.id} token={token} />
          ))}
        </ul>
      )}
      {scopesOf(roles).length === 0 ? (
        <p className="account__none">You have no role yet, so a token would be good for nothing.</p>
      ) : (
        <Doable name="Make a token">
          {(close) => (
            <MakeToken
              roles={roles}
              today={today}
              hasPassword={hasPassword}
              onMade={setSecret}
              onClose={close}
            />
          )}
        </Doable>
      )}
      {over.length === 0 ? null : (
        <details className="account__over">
          <summary>
            {counted(over.length, 'token')} that no longer {over.length === 1 ? 'works' : 'work'}
          </summary>
          <ul className="account__list">
            {over.map((token) => (
              <Item key={token.id} token={token} isOver />
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}

function Secret({ secret, onKept }: { secret: string; onKept: () => void }) {
  return (
    <Once title="Your new token">
      <p>It is shown only now. Put it where the program finds it, and nowhere else.</p>
      <code className="account__secret">{secret}</code>
      <div className="codes__keep">
        <CopyButton text={secret}>Copy it</CopyButton>
        <button type="button" className="usa-button" onClick={onKept}>
          I have kept it
        </button>
      </div>
    </Once>
  );
}

function Item({ token, isOver = false }: { token: Token; isOver?: boolean }) {
  const { id, name, scopes, madeAt, endsOn, lastUsedAt, revokedAt } = token;
  const revoke = useChange(() => done(client.DELETE('/api/me/tokens/{id}', { params: { path: { id } } })));
  return (
    <li>
      <p>
        <strong>{name}</strong> may {scopes.map((scope) => scopeNames[scope]).join(' and ')}
      </p>
      <p className="account__facts">
        <span>Made {moment(madeAt)}</span>
        <span>
          {revokedAt === undefined ? `Last day ${calendarDay(endsOn)}` : `Revoked ${moment(revokedAt)}`}
        </span>
        <span>{lastUsedAt === undefined ? 'Never used' : `Last used ${moment(lastUsedAt)}`}</span>
      </p>
      {isOver ? null : (
        <Doable name={`Revoke ${name}`} look="unstyled">
          {(close) => (
            <Sure
              question={`The program that uses “${name}” can no longer ask anything of the archive. This cannot be taken back.`}
              yes="Revoke it"
              no="Keep it"
              isPending={revoke.isPending}
              trouble={revoke.error}
              onYes={() => {
                revoke.mutate(undefined);
              }}
              onNo={close}
            />
          )}
        </Doable>
      )}
    </li>
  );
}
