import { useDuties, useGrants, type GrantLine, type PersonWaiting } from '../../shared/duties';
import { useCounselQueue, type CounselQueue } from '../../shared/counselQueue';
import { useRules } from '../../shared/privilege';
import { useSingleSignOn } from '../../shared/singleSignOn';
import { useRequestsWaiting } from './requestNeeds';
import { hasRole, roleNames, type Session } from '../../shared/session';
import { count, counted, day, moment } from '../../shared/wording';

/** This is one thing that waits for somebody: what, and where it is done. */
export interface Need {
  readonly key: string;
  readonly what: string;
  readonly why: string;
  readonly href: string;
  readonly act: string;
}

/** This is one thing with a day. */
export interface DueThing {
  readonly key: string;
  readonly on: string;
  readonly what: string;
  readonly href: string;
}

interface Needs {
  readonly isKnown: boolean;
  readonly needs: readonly Need[];
  readonly due: readonly DueThing[];
}

/** What waits for this person, by role. What one may not see is not asked for. */
export function useNeeds(session: Session): Needs {
  const isCounsel = hasRole(session, 'COUNSEL');
  const seesPeople = hasRole(session, 'ADMINISTRATOR', 'AUDITOR');
  const { data: grants, isPending: grantsPending } = useGrants();
  const { data: rules, isLoading: rulesLoading } = useRules(isCounsel);
  const { data: duties, isLoading: dutiesLoading } = useDuties(seesPeople);
  const requests = useRequestsWaiting(session);
  const isAdministrator = hasRole(session, 'ADMINISTRATOR');
  const { data: directory } = useSingleSignOn(isCounsel);
  const { data: queue } = useCounselQueue(isCounsel);
  const needs = [
    ...requests.needs,
    ...(queue === undefined || queue.total === 0 ? [] : [queueNeed(queue)]),
    ...grantNeeds(grants ?? [], session),
    ...(directory?.waiting?.mayConfirm === true ? [directoryNeed(directory.waiting.savedBy)] : []),
    ...(rules === undefined || rules.keptBack === 0 ? [] : [keptBack(rules.keptBack)]),
    ...(duties === undefined
      ? []
      : [
          ...policyNeeds(duties.policyVersion, duties.policyUnread, isAdministrator),
          ...peopleNeed(
            'invitations',
            duties.withoutPassword,
            (n) => `${counted(n, 'person has', 'people have')} not used their link yet`,
            'An invitation works for seven days. Make a new link if theirs is over.',
          ),
          ...peopleNeed(
            'papers',
            duties.withoutWrittenRequest,
            (n) => `${counted(n, 'reader has', 'readers have')} no written request on file`,
            'Some cities ask for one, signed by the department head, before anybody reads mail.',
          ),
        ]),
  ];
  const due = [
    ...questionsDue(queue),
    ...(duties === undefined ? [] : dueOf(duties.withoutPassword, duties.leaving)),
    ...requests.due,
  ]
    .sort((one, other) => one.on.localeCompare(other.on))
    .slice(0, 10);
  return { isKnown: !grantsPending && !rulesLoading && !dutiesLoading && !requests.isLoading, needs, due };
}

const queueNeed = ({ total }: CounselQueue): Need => ({
  key: 'counsel-queue',
  what: `${counted(total, 'item')} of records requests ${total === 1 ? 'waits' : 'wait'} for you`,
  why: 'Questions of reviewers, and what your quarantine keeps back of what a request asks for.',
  href: '/counsel',
  act: 'Open the queue',
});

const questionsDue = (queue: CounselQueue | undefined): readonly DueThing[] =>
  (queue?.lines ?? []).flatMap(({ requestId, request, line }) =>
    line.dueOn === undefined
      ? []
      : [
          {
            key: `question ${requestId} ${line.number}`,
            // Noon in London is the same day in every American city.
            on: `${line.dueOn}T12:00:00Z`,
            what: `Answer about ${request}, item ${line.number}`,
            href: `/requests/${requestId}/review/${line.number}`,
          },
        ],
  );

function grantNeeds(grants: readonly GrantLine[], session: Session): readonly Need[] {
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

function directoryNeed(savedBy: string): Need {
  return {
    key: 'single-sign-on',
    what: 'Settings of single sign-on wait for you to confirm',
    why: `Saved by ${savedBy}. They say which directory is believed, and which of its groups mean a role.`,
    href: '/settings/single-sign-on',
    act: 'Confirm or decline',
  };
}

function keptBack(messages: number): Need {
  return {
    key: 'kept-back',
    what: `${counted(messages, 'message is', 'messages are')} kept back`,
    why: 'Nobody but counsel finds them. Release what is not privileged.',
    href: '/privilege',
    act: 'Look through them',
  };
}

function policyNeeds(version: number | undefined, unread: number, mayPublish: boolean): readonly Need[] {
  if (version === undefined) {
    if (!mayPublish) return [];
    return [
      {
        key: 'policy',
        what: 'No notice and policy is published',
        why: 'Until one is, nobody has to acknowledge anything.',
        href: '/settings/policy',
        act: 'Write it',
      },
    ];
  }
  if (unread === 0) return [];
  return [
    {
      key: 'policy',
      what: `${counted(unread, 'person has', 'people have')} not acknowledged the policy`,
      why: `Version ${count(version)}. They are asked when they next come.`,
      href: '/settings/policy',
      act: 'See who',
    },
  ];
}

function peopleNeed(
  key: string,
  people: readonly PersonWaiting[],
  what: (count: number) => string,
  why: string,
): readonly Need[] {
  const [first] = people;
  if (first === undefined) return [];
  return [
    {
      key,
      what: what(people.length),
      why: `${named(people.map(({ name }) => name))}. ${why}`,
      href: people.length === 1 ? `/people/${first.id}` : '/people',
      act: people.length === 1 ? `Open ${first.name}` : 'Open people',
    },
  ];
}

function dueOf(invited: readonly PersonWaiting[], leaving: readonly PersonWaiting[]): readonly DueThing[] {
  const links = invited.flatMap(({ id, name, linkExpiresAt }) =>
    linkExpiresAt === undefined
      ? []
      : [{ key: `link-${id}`, on: linkExpiresAt, what: `The link of ${name} ends`, href: `/people/${id}` }],
  );
  const lastDays = leaving.flatMap(({ id, name, leavesOn }) =>
    leavesOn === undefined
      ? []
      : [
          {
            key: `day-${id}`,
            on: `${leavesOn}T12:00:00`,
            what: `Last day of ${name}`,
            href: `/people/${id}`,
          },
        ],
  );
  return [...links, ...lastDays].sort((one, other) => one.on.localeCompare(other.on)).slice(0, 10);
}

/** The first three by name, and how many more. */
function named(names: readonly string[]): string {
  const more = names.length - 3;
  return names.slice(0, 3).join(', ') + (more > 0 ? ` and ${count(more)} more` : '');
}

export const dayOf = (thing: DueThing) => day(thing.on);
