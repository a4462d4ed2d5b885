import type { PersonWaiting } from '../../shared/duties';
import { count, counted } from '../../shared/wording';
import { named, type DueThing, type Need } from './need';

export function policyNeeds(
  version: number | undefined,
  unread: number,
  mayPublish: boolean,
): readonly Need[] {
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

export function peopleNeed(
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

export function dueOf(
  invited: readonly PersonWaiting[],
  leaving: readonly PersonWaiting[],
): readonly DueThing[] {
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
