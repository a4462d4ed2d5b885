import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { requestAddress } from '../../shared/requests';
import type { Obstacle } from './releases';

const places: Readonly<Record<string, string>> = {
  overview: 'the overview',
  searches: 'the searches',
  review: 'the review',
  letters: 'the letters',
  fees: 'the fees',
};

/** What has to be done first, and where. */
export function Obstacles({ id, obstacles }: { id: number; obstacles: readonly Obstacle[] }) {
  if (obstacles.length === 0) return null;
  return (
    <Notice kind="warning" title="This stands in the way">
      <ul className="usa-list">
        {obstacles.map(({ sentence, tab }) => (
          <li key={sentence}>
            {sentence}{' '}
            {places[tab] === undefined ? null : (
              <Link href={requestAddress(id, tab)}>Go to {places[tab]}</Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
