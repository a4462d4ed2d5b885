import { roleNames, type Role } from '../../shared/session';
import type { GroupRole } from './singleSignOn';

interface GroupRowsProps {
  readonly groups: readonly GroupRole[];
  readonly onChange: (groups: readonly GroupRole[]) => void;
}

/** These are the groups and the roles they mean, one a line. */
export function GroupRows({ groups, onChange }: GroupRowsProps) {
  const replace = (at: number, changed: GroupRole) => {
    onChange(groups.map((each, index) => (index === at ? changed : each)));
  };
  return (
    <fieldset className="groups">
      <legend>Groups that mean a role</legend>
      <p className="field__hint">
        The group’s name as the token says it; some directories say a number instead. A role that a group
        gives is taken again at the next sign-in without the group.
      </p>
      {groups.map((each, at) => (
        // The lines have no name of their own; they are only ever added at the end.
        <div className="groups__row" key={at}>
          <input
            className="usa-input"
            aria-label={`Group ${at + 1}`}
            required
            maxLength={200}
            autoComplete="off"
            value={each.group}
            onChange={({ target }) => {
              replace(at, { ...each, group: target.value });
            }}
          />
          <select
            className="usa-input"
            aria-label={`Role of group ${at + 1}`}
            value={each.role}
            onChange={({ target }) => {
              replace(at, { ...each, role: target.value as Role });
            }}
          >
            {(Object.keys(roleNames) as Role[]).map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={`Remove group ${at + 1}`}
            onClick={() => {
              onChange(groups.filter((_, index) => index !== at));
            }}
          >
            Remove
          </button>
        </div>
      ))}
      <p className="acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            onChange([...groups, { group: '', role: 'RECORDS_OFFICER' }]);
          }}
        >
          Add a group
        </button>
      </p>
    </fieldset>
  );
}
