import { Notice } from '../../shared/Notice';
import { Problem } from '../../shared/api';
import { calendarDay, counted, minute } from '../../shared/wording';
import { CounselAnswer } from './CounselAnswer';
import { ReferForm, WithholdForm } from './DecisionForms';
import { useUndoPress } from './acts';
import type { Item, Overview, Spread } from './review';
import type { useDeciding } from './useDeciding';
import { decisionActs, decisionKeys, decisionNames } from './words';

interface DecisionPanelProps {
  readonly id: number;
  readonly item: Item;
  readonly overview: Overview;
  readonly deciding: ReturnType<typeof useDeciding>;
  readonly onSay: (sentence: string) => void;
}

export function DecisionPanel({ id, item, overview, deciding, onSay }: DecisionPanelProps) {
  const { asking, setAsking, act, decide, press } = deciding;
  const { verdict } = item;
  const isFile = item.file !== undefined;
  return (
    <section className="review-decision" aria-labelledby="review-decision-heading">
      <h3 id="review-decision-heading">
        Decision:{' '}
        <span className={`decision-mark decision-mark--${verdict.kind.toLowerCase()}`}>
          {decisionNames[verdict.kind]}
        </span>
      </h3>
      <Said item={item} overview={overview} />
      {act.error === null ? null : (
        <Notice kind="error" title={act.error instanceof Problem ? act.error.title : 'Not decided'}>
          <p>{act.error.message}</p>
        </Notice>
      )}
      {overview.isCounsel && verdict.kind === 'REFERRED' ? (
        <CounselAnswer id={id} item={item} onSay={onSay} />
      ) : null}
      <div className="review-decision__keys" role="group" aria-label="Decide">
        {decisionKeys
          .filter(([, kind]) => !(isFile && kind === 'REDACT'))
          .map(([key, kind]) => (
            <button
              key={key}
              type="button"
              className={`usa-button ${verdict.kind === kind ? '' : 'usa-button--outline'}`}
              aria-pressed={verdict.kind === kind}
              disabled={act.isPending || !overview.isOpen}
              onClick={() => {
                press(kind);
              }}
            >
              <kbd aria-hidden="true">{key}</kbd> {decisionActs[kind] ?? decisionNames[kind]}
            </button>
          ))}
      </div>
      <Batch id={id} deciding={deciding} onSay={onSay} />
      <SpreadChoice deciding={deciding} />
      {asking === 'WITHHOLD' ? (
        <WithholdForm
          menu={overview.menu}
          verdict={verdict}
          isPending={act.isPending}
          onDecide={decide}
          onCancel={() => {
            setAsking(undefined);
          }}
        />
      ) : null}
      {asking === 'REFERRED' ? (
        <ReferForm
          isPending={act.isPending}
          onDecide={decide}
          onCancel={() => {
            setAsking(undefined);
          }}
        />
      ) : null}
    </section>
  );
}

/** What the decision rests on, and what counsel said. */
function Said({ item: { verdict, advice }, overview: { menu } }: { item: Item; overview: Overview }) {
  const code = (exemption: string) => menu.find((row) => row.id === exemption)?.code ?? exemption;
  const grounds = verdict.grounds
    .map(({ exemption, detail }) => `${code(exemption)}${detail === '' ? '' : ` (${detail})`}`)
    .join('; ');
  return (
    <>
      {verdict.kind === 'WITHHOLD' ? (
        <p>
          Under {grounds}: {verdict.text}
        </p>
      ) : null}
      {verdict.kind === 'REFERRED' ? (
        <p>
          {verdict.by} asks: {verdict.text} Due{' '}
          {verdict.dueOn === undefined ? '' : calendarDay(verdict.dueOn)}.
          {grounds === '' ? '' : ` It was withheld under ${grounds}.`}
        </p>
      ) : null}
      {advice === undefined ? null : (
        <div className="review-advice">
          <p>
            <strong>{advice.isPrivileged ? 'Counsel: privileged.' : 'Counsel: not privileged.'}</strong>{' '}
            {advice.answer}
          </p>
          <p className="body__note">
            {advice.by}, {minute(advice.at)}, to the question: {advice.question}
          </p>
        </div>
      )}
    </>
  );
}

function SpreadChoice({
  deciding: { spread, setSpread, relatives },
}: {
  deciding: ReturnType<typeof useDeciding>;
}) {
  const thread = relatives?.thread.length ?? 0;
  const identical = relatives?.identical.length ?? 0;
  if (thread === 0 && identical === 0) return null;
  const choices: readonly (readonly [Spread, string, number])[] = [
    ['THIS', 'Only this item', 1],
    ['THREAD', `This and ${counted(thread, 'undecided item')} of the conversation`, thread],
    ['IDENTICAL', `This and ${counted(identical, 'undecided item')} that say the same`, identical],
  ];
  return (
    <fieldset className="review-spread">
      <legend>The decision goes for</legend>
      {choices
        .filter(([, , amount]) => amount > 0)
        .map(([value, label]) => (
          <label key={value} className="review-check">
            <input
              type="radio"
              name="spread"
              checked={spread === value}
              onChange={() => {
                setSpread(value);
              }}
            />
            <span>{label}</span>
          </label>
        ))}
    </fieldset>
  );
}

/** What one press did to several items can be undone in one. */
function Batch({
  id,
  deciding: { act },
  onSay,
}: { id: number } & Pick<DecisionPanelProps, 'deciding' | 'onSay'>) {
  const undo = useUndoPress(id);
  const pressed = act.data;
  if (pressed === undefined || pressed.changed.length < 2 || undo.isSuccess) return null;
  return (
    <p className="review__note">
      Decided {counted(pressed.changed.length, 'item')} at once.{' '}
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        disabled={undo.isPending}
        onClick={() => {
          undo.mutate(pressed.batch, {
            onSuccess: ({ changed }) => {
              onSay(`${counted(changed.length, 'item')}: undone.`);
            },
          });
        }}
      >
        Undo all of it
      </button>
      {undo.error === null ? null : <span role="alert"> {undo.error.message}</span>}
    </p>
  );
}
