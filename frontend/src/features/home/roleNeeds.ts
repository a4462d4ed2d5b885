import type { GrantLine } from '../../shared/duties';
import { roleNames, type Session } from '../../shared/session';
import { counted, moment } from '../../shared/wording';
import { named, type Need } from './need';

/** Roles that wait: for this person to confirm, this person's own, others'. */
export function grantNeeds(grants: readonly GrantLine[], session: Session): readonly Need[] {
  const mine = grants.filter(({ personId }) => personId === session.person?.id);
  const toConfirm = grants.filter(
    ({ mayConfirm, personId }) => mayConfirm && personId !== session.person?.id,
  );
  const others = grants.filter((grant) => !toConfirm.includes(grant) && !mine.includes(grant));
  return [
    ...(toConfirm.length === 0
      ? []
      : [
          {
            key: 'to-confirm',
            what: `${counted(toConfirm.length, 'role waits', 'roles wait')} for you to confirm`,
            why: named(toConfirm.map((grant) => `${grant.person} as ${roleNames[grant.role].toLowerCase()}`)),
            href: '/grants',
            act: 'Confirm or decline',
          },
        ]),
    ...mine.map((grant) => ({
      key: `mine-${grant.id}`,
      what: `Your role as ${roleNames[grant.role].toLowerCase()} waits`,
      why:
        grant.acceptableFrom === undefined
          ? 'Counsel must confirm it. Until then it does nothing.'
          : grant.mayConfirm
            ? 'No counsel is there to confirm it: you may accept it yourself.'
            : `No counsel is there to confirm it. You may accept it from ${moment(grant.acceptableFrom)}.`,
      href: '/grants',
      act: grant.mayConfirm ? 'Accept it' : 'See it',
    })),
    ...(others.length === 0
      ? []
      : [
          {
            key: 'for-counsel',
            what: `${counted(others.length, 'role waits', 'roles wait')} for counsel`,
            why: named(others.map((grant) => `${grant.person} as ${roleNames[grant.role].toLowerCase()}`)),
            href: '/grants',
            act: 'See what waits',
          },
        ]),
  ];
}

export function directoryNeed(savedBy: string): Need {
  return {
    key: 'single-sign-on',
    what: 'Settings of single sign-on wait for you to confirm',
    why: `Saved by ${savedBy}. They say which directory is believed, and which of its groups mean a role.`,
    href: '/settings/single-sign-on',
    act: 'Confirm or decline',
  };
}
