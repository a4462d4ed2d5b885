import { useEndRule, type Rule } from '../../shared/privilege';
import { count, day } from '../../shared/wording';
import { kinds } from './kinds';
import { ReasonForm } from './ReasonForm';

export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const ending = useEndRule();
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading">Rules in force</h2>
      {rules.length === 0 ? (
        <p>None yet: nothing is kept back. Begin with the addresses of counsel’s office.</p>
      ) : (
        // What scrolls must be reachable by keyboard (WCAG 2.1.1).
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" role="region" aria-label="Table of rules" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--stacked">
            <thead>
              <tr>
                <th scope="col">Kind</th>
                <th scope="col">Looks for</th>
                <th scope="col">Keeps back</th>
                <th scope="col">Added</th>
                <th scope="col">End</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id}>
                  <td data-label="Kind">{kinds[rule.kind].name}</td>
                  <th scope="row" data-label="Looks for">
                    <span className="rule__text">{rule.text}</span>
                    {rule.note === '' ? null : <span className="rule__note">{rule.note}</span>}
                  </th>
                  <td data-label="Keeps back">{count(rule.keptBack)}</td>
                  <td data-label="Added">
                    {day(rule.addedAt)}, {rule.addedBy}
                  </td>
                  <td data-label="End">
                    <ReasonForm
                      act="End"
                      about={`the rule for ${rule.text}`}
                      confirm="End this rule"
                      isPending={ending.isPending}
                      trouble={ending.variables?.id === rule.id ? ending.error : null}
                      onReason={(reason) => {
                        ending.mutate({ id: rule.id, reason });
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="body__note">
        A message kept back by two rules counts in both. A message whose sender and recipients could not be
        read is kept back as long as there is any rule.
      </p>
    </section>
  );
}
