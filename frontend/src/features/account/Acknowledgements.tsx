import { moment } from '../../shared/wording';
import { usePolicyInForce, type Me } from './account';
import { Asked } from './Asked';
import { Part } from './Part';

export function Acknowledgements({ me }: { me: Me }) {
  const { acknowledged } = me.view;
  const policy = usePolicyInForce();
  return (
    <Part id="policy" title="Notice and policy" lead="What the city told you, and when you acknowledged it.">
      {acknowledged.length === 0 ? (
        <p className="account__none">You have acknowledged nothing yet.</p>
      ) : (
        <ul className="account__list">
          {acknowledged.map(({ version, at }) => (
            <li key={version}>
              <p>
                <strong>Version {version}</strong>
              </p>
              <p className="account__facts">
                <span>Acknowledged {moment(at)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Asked of={policy} what="Fetching the policy…">
        {({ policy: inForce }) =>
          inForce === undefined ? (
            <p className="account__none">The city has not published a notice and policy.</p>
          ) : (
            <details className="account__over">
              <summary>
                Read version {inForce.version}, in force since {moment(inForce.publishedAt)}
              </summary>
              <h3>Notice of electronic monitoring</h3>
              <p className="policy-text">{inForce.notice}</p>
              <h3>Policy</h3>
              <p className="policy-text">{inForce.text}</p>
            </details>
          )
        }
      </Asked>
    </Part>
  );
}
