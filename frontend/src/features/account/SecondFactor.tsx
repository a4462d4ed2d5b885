import { useState } from 'react';
import { asked, client } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { RecoveryCodes } from '../../shared/RecoveryCodes';
import { counted } from '../../shared/wording';
import { useChange, type Me, type NewCodes } from './account';
import { Doable } from './Doable';
import { NewApp } from './NewApp';
import { Once } from './Once';
import { Part } from './Part';
import { PasswordForm } from './PasswordForm';

const fewCodes = 3;

export function SecondFactor({ me }: { me: Me }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const left = me.recoveryCodesLeft;
  return (
    <Part
      id="second-factor"
      title="Second factor"
      lead={
        me.view.person.hasSecondFactor
          ? `An authenticator app is set up. ${counted(left, 'recovery code')} of 10 ${left === 1 ? 'is' : 'are'} left for the day you are without your phone.`
          : 'No authenticator app is set up: the city’s single sign-on asks for what it needs.'
      }
    >
      {me.view.person.hasSecondFactor && left < fewCodes && codes === undefined ? (
        <Notice kind="warning" title="Few recovery codes are left">
          <p>Make new ones, and keep them away from your computer.</p>
        </Notice>
      ) : null}
      {codes === undefined ? null : (
        <NewCodesShown
          codes={codes}
          onKept={() => {
            setCodes(undefined);
          }}
        />
      )}
      {me.hasPassword && codes === undefined ? (
        <div className="account__choices">
          <Doable name="Make new recovery codes">
            {(close) => <MakeCodes onMade={setCodes} onClose={close} />}
          </Doable>
          <Doable name="Use another phone or app">
            {(close) => <NewApp onMade={setCodes} onClose={close} />}
          </Doable>
        </div>
      ) : null}
    </Part>
  );
}

function MakeCodes({ onMade, onClose }: { onMade: (codes: readonly string[]) => void; onClose: () => void }) {
  const make = useChange((password: string) =>
    asked<NewCodes>(client.POST('/api/me/recovery-codes', { body: { password } })),
  );
  return (
    <PasswordForm
      act="Make ten new codes"
      isPending={make.isPending}
      trouble={make.error}
      onGiven={(password) =>
        make.mutateAsync(password).then(({ codes }) => {
          onMade(codes);
        })
      }
      onCancel={onClose}
    >
      <p>Ten new codes take the place of all you have.</p>
    </PasswordForm>
  );
}

function NewCodesShown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <Once title="Your new recovery codes">
      <p>
        They are shown only now, and the earlier ones no longer work. Each gets you in once instead of the
        app’s code. Print them or write them down.
      </p>
      <RecoveryCodes codes={codes} />
      <button type="button" className="usa-button" onClick={onKept}>
        I have kept them
      </button>
    </Once>
  );
}
