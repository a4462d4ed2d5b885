import { addressOf, Link } from '../../shared/address';
import { calendarDay, count, counted } from '../../shared/wording';
import { isUnverified, shown, type Filter, type Kind, type LawPageAnswer, type LawRow } from './law';
import { LawRowCard } from './LawRowCard';
import { isSuggestion, kindNames, kindSentences } from './words';

interface LawOfOneProps {
  readonly law: LawPageAnswer;
  readonly about: Kind;
  readonly filter: Filter;
}

const filterNames: Record<Filter, string> = {
  all: 'All',
  unverified: 'Not yet verified',
  'in-use': 'Used in open requests',
};

/** This is the law of one jurisdiction: how much of it is verified, its kinds, and the rows of the kind chosen. */
export function LawOfOne({ law, about, filter }: LawOfOneProps) {
  const section = law.sections.find(({ kind }) => kind === about) ?? law.sections[0];
  const filters: readonly Filter[] = law.knowsUse ? ['all', 'unverified', 'in-use'] : ['all', 'unverified'];
  const address = (kind: Kind, show: Filter) =>
    addressOf('/law', {
      in: law.jurisdiction,
      about: kind.toLowerCase(),
      show: show === 'all' ? undefined : show,
    });
  if (section === undefined) return <p>There are no rows yet.</p>;
  const rows = shown(section.rows, filter);
  return (
    <div className="law">
      <HowFar
        rows={law.sections.filter(({ kind }) => !isSuggestion(kind)).flatMap((one) => one.rows)}
        law={law}
      />
      <nav className="law__kinds" aria-label="What the rows are about">
        <ul>
          {law.sections.map((one) => (
            <li key={one.kind}>
              <Link
                href={address(one.kind, filter)}
                aria-current={one.kind === section.kind ? 'page' : undefined}
              >
                <span>{kindNames[one.kind]}</span>
                <span className="law__amount">
                  {count(one.rows.length)}
                  <span className="usa-sr-only"> {one.rows.length === 1 ? 'row' : 'rows'}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section className="law__rows" aria-labelledby="law-section">
        <h2 id="law-section">{kindNames[section.kind]}</h2>
        <p>{kindSentences[section.kind]}</p>
        <ul className="law__filters" aria-label="Which rows are shown">
          {filters.map((one) => (
            <li key={one}>
              <Link href={address(section.kind, one)} aria-current={one === filter ? 'true' : undefined}>
                {filterNames[one]} ({count(shown(section.rows, one).length)})
              </Link>
            </li>
          ))}
        </ul>
        {rows.length === 0 ? (
          <p>
            {filter === 'unverified'
              ? 'Every row in force here is verified.'
              : 'No open request rests on one.'}
          </p>
        ) : (
          rows.map((row) => (
            <LawRowCard
              key={row.id + row.hash}
              row={row}
              jurisdiction={law.jurisdiction}
              mayVerify={law.mayVerify && !isSuggestion(section.kind)}
              isSuggestion={isSuggestion(section.kind)}
            />
          ))
        )}
      </section>
    </div>
  );
}

function HowFar({ rows, law }: { rows: readonly LawRow[]; law: LawPageAnswer }) {
  const verified = rows.filter(({ standing }) => standing === 'VERIFIED').length;
  const read = rows.filter(({ standing }) => standing === 'READ_IN_A_SOURCE').length;
  const general = rows.filter(({ standing }) => standing === 'GENERAL_KNOWLEDGE').length;
  const inForce = rows.filter((row) => row.standing === 'VERIFIED' || isUnverified(row)).length;
  const part = (amount: number) => ({ inlineSize: `${((amount / Math.max(1, inForce)) * 100).toFixed(2)}%` });
  return (
    <section className="law__how-far" aria-label="How far it is known">
      <p>
        <strong>
          {law.name}, {law.lawName}
        </strong>
        , as in force on {calendarDay(law.onDay)}: {counted(inForce, 'row')}.
      </p>
      <div className="law__bar" aria-hidden="true">
        <span className="law__part law__part--verified" style={part(verified)} />
        <span className="law__part law__part--read" style={part(read)} />
        <span className="law__part law__part--general" style={part(general)} />
      </div>
      <ul className="law__legend">
        <li className="law__key law__key--verified">{count(verified)} verified by counsel</li>
        <li className="law__key law__key--read">{count(read)} read in a source</li>
        <li className="law__key law__key--general">{count(general)} from general knowledge</li>
      </ul>
    </section>
  );
}
