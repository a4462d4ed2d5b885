import { useState } from 'react';
import { asked, client, done } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { moment } from '../../shared/wording';
import { useChange, useOpenSessions, type OpenSession } from './account';
import { Asked } from './Asked';
import { Part } from './Part';
import { Said } from './Said';

export function Sessions() {
  const [said, setSaid] = useState<string>();
  const sessions = useOpenSessions();
  const endOthers = useChange(() => done(client.DELETE('/api/me/sessions')));
  const everywhere = useSessionAct(() => asked<Session>(client.DELETE('/api/session/everywhere')));
  return (
    <Part
      id="sessions"
      title="Where I am signed in"
      lead="If you do not know one of these, end it and change your password. Signing out everywhere ends your tokens for programs, too."
    >
      <Said title={said} />
      <Refused trouble={endOthers.error ?? everywhere.error} />
      <Asked of={sessions} what="Asking where you are signed in…">
        {(open) => (
          <>
            <ul className="account__list">
              {open.map((session) => (
                <Place key={session.id} session={session} onDone={setSaid} />
              ))}
            </ul>
            <div className="account__choices">
              {open.length > 1 ? (
                <button
                  type="button"
                  className="usa-button usa-button--outline"
                  disabled={endOthers.isPending}
                  onClick={() => {
                    endOthers.mutate(undefined, {
                      onSuccess: () => {
                        setSaid('You are signed out at all other browsers');
                      },
                    });
                  }}
                >
                  Sign out at all other browsers
                </button>
              ) : null}
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={everywhere.isPending}
                onClick={() => {
                  everywhere.mutate();
                }}
              >
                Sign out everywhere, here too
              </button>
            </div>
          </>
        )}
      </Asked>
    </Part>
  );
}

function Place({ session, onDone }: { session: OpenSession; onDone: (said: string) => void }) {
  const { id, browser, from, startedAt, lastActiveAt, isThis, isLocked } = session;
  const end = useChange(() => done(client.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })));
  return (
    <li>
      <p>
        <strong>{browser}</strong> {isThis ? <span className="account__tag">this browser</span> : null}
      </p>
      <p className="account__facts">
        <span>from {from}</span>
        <span>since {moment(startedAt)}</span>
        <span>{isLocked ? 'locked' : `last used ${moment(lastActiveAt)}`}</span>
      </p>
      <Refused trouble={end.error} />
      {isThis ? null : (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          disabled={end.isPending}
          onClick={() => {
            end.mutate(undefined, {
              onSuccess: () => {
                onDone(`The session of ${browser} is ended`);
              },
            });
          }}
        >
          End the session of {browser} since {moment(startedAt)}
        </button>
      )}
    </li>
  );
}
