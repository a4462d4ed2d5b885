import { useState } from 'react';
import { Refused } from '../../shared/Refused';
import { counted } from '../../shared/wording';
import { ExemptionTable } from './ExemptionTable';
import { Obstacles } from './Obstacles';
import { usePrepare, type Extent, type Overview, type Readiness } from './releases';

/** This is what a release would hold now, and what stands in its way. */
export function PrepareRelease({ id, overview }: { id: number; overview: Overview }) {
  const [extent, setExtent] = useState<Extent>('WHOLE');
  const [isNamed, setNamed] = useState(true);
  const prepare = usePrepare(id);
  const ready = extent === 'WHOLE' ? overview.whole : overview.decidedSoFar;
  if (ready === undefined) return null;
  return (
    <section className="request-part" aria-labelledby="prepare-heading">
      <h2 id="prepare-heading">Prepare a release</h2>
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">What goes out</legend>
        <Choice
          name="All of the review"
          hint="Everything has to be decided."
          isChosen={extent === 'WHOLE'}
          onChoose={() => {
            setExtent('WHOLE');
          }}
        />
        <Choice
          name="What is decided so far"
          hint="The rest follows in another part; page numbers go on from there."
          isChosen={extent === 'DECIDED_SO_FAR'}
          onChoose={() => {
            setExtent('DECIDED_SO_FAR');
          }}
        />
      </fieldset>
      <Figures ready={ready} />
      <div className="usa-checkbox release__option">
        <input
          className="usa-checkbox__input"
          id="release-names"
          type="checkbox"
          checked={isNamed}
          onChange={(event) => {
            setNamed(event.target.checked);
          }}
        />
        <label className="usa-checkbox__label" htmlFor="release-names">
          Name author and recipients in the withholding index
        </label>
      </div>
      {ready.exemptions.length === 0 ? null : <ExemptionTable exemptions={ready.exemptions} />}
      <Obstacles id={id} obstacles={ready.obstacles} />
      {overview.mayPrepare ? (
        <button
          type="button"
          className="usa-button"
          disabled={ready.obstacles.length > 0 || prepare.isPending}
          onClick={() => {
            prepare.mutate({ extent, names: isNamed ? 'NAMED' : 'LEFT_OUT' });
          }}
        >
          Prepare the release
        </button>
      ) : (
        <p>A records officer or counsel prepares it.</p>
      )}
      <Refused trouble={prepare.error} />
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly hint: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, hint, isChosen, onChoose }: ChoiceProps) {
  const id = `extent-${name.replaceAll(' ', '-')}`;
  return (
    <div className="usa-radio">
      <input
        className="usa-radio__input"
        id={id}
        type="radio"
        name="extent"
        checked={isChosen}
        onChange={onChoose}
      />
      <label className="usa-radio__label" htmlFor={id}>
        {name}
        <span className="usa-radio__label-description">{hint}</span>
      </label>
    </div>
  );
}

function Figures({ ready }: { ready: Readiness }) {
  const of = (kind: string) => ready.counts[kind] ?? 0;
  const figures: readonly (readonly [string, number])[] = [
    ['released', of('RELEASE')],
    ['released with redactions', of('REDACT')],
    ['withheld, listed in the index', of('WITHHOLD')],
    ['not responsive, left out', of('NOT_RESPONSIVE')],
    ['undecided', ready.undecided],
  ];
  return (
    <dl className="release__figures">
      {figures.map(([name, number]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{counted(number, 'item')}</dd>
        </div>
      ))}
    </dl>
  );
}
