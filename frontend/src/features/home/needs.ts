import { useDuties, useGrants } from '../../shared/duties';
import { useCounselQueue } from '../../shared/counselQueue';
import { useRules } from '../../shared/privilege';
import { useSingleSignOn } from '../../shared/singleSignOn';
import { hasRole, type Session } from '../../shared/session';
import { counted, day } from '../../shared/wording';
import { keptBack, questionsDue, queueNeed } from './counselNeeds';
import type { DueThing, Need } from './need';
import { dueOf, peopleNeed, policyNeeds } from './peopleNeeds';
import { useRequestsWaiting } from './requestNeeds';
import { directoryNeed, grantNeeds } from './roleNeeds';

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

export const dayOf = (thing: DueThing) => day(thing.on);
