import { Link } from '../../shared/address';
import { useChecks } from './checks';
import { Levels } from './Levels';

/** This is what the health page shows of the integrity checks. */
export function ChecksInShort() {
  const { data: checks } = useChecks();
  if (checks === undefined) return null;
  return (
    <section aria-labelledby="checks-heading">
      <h2 id="checks-heading">Integrity checks</h2>
      <Levels checks={checks} />
      <p>
        <Link href="/health/checks">All reports of checks</Link>
      </p>
    </section>
  );
}
