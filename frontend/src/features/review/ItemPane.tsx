import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { Trouble, Waiting } from '../../shared/Trouble';
import { size } from '../../shared/wording';
import { DecisionPanel } from './DecisionPanel';
import { Earlier, History } from './Earlier';
import { Keys } from './Keys';
import { MarkDialog, type Marking } from './MarkDialog';
import { MarkList } from './MarkList';
import { MessageText } from './MessageText';
import { selected } from './places';
import { Preview } from './Preview';
import { fileAddress, useUndo } from './acts';
import { useItem, type Item, type Line, type Overview } from './review';
import { SuggestionList } from './SuggestionList';
import { useDeciding } from './useDeciding';
import type { useFlow } from './useFlow';

interface ItemPaneProps {
  readonly id: number;
  readonly number: number;
  readonly line: Line | undefined;
  readonly overview: Overview;
  readonly flow: ReturnType<typeof useFlow>;
  readonly onSay: (sentence: string) => void;
}

/** This is the open item: what would be on its pages, and beside it what is decided about it. */
export function ItemPane(props: ItemPaneProps) {
  const { id, number, line, flow } = props;
  const isHidden = line?.isReadable === false;
  const { data: item, error, refetch } = useItem(id, number);
  const move = <Move number={number} flow={flow} />;
  if (error !== null || isHidden)
    return (
      <div className="review__item">
        {move}
        {error instanceof Problem && error.status < 500 ? (
          <Notice kind="info" title={error.title}>
            <p>{error.message}</p>
          </Notice>
        ) : error === null ? null : (
          <Trouble trouble={error} onRetry={() => void refetch()} />
        )}
        <Keys
          onNext={() => {
            flow.open(flow.next);
          }}
          onPrevious={() => {
            flow.open(flow.previous);
          }}
        />
      </div>
    );
  if (item === undefined)
    return (
      <div className="review__item">
        {move}
        <Waiting what="Opening the item…" />
      </div>
    );
  return <OpenItem key={number} {...props} item={item} />;
}

function Move({ number, flow }: { number: number; flow: ItemPaneProps['flow'] }) {
  return (
    <p className="review__move">
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={flow.previous === undefined}
        onClick={() => {
          flow.open(flow.previous);
        }}
      >
        Previous
      </button>
      <span>Item {number}</span>
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={flow.next === undefined}
        onClick={() => {
          flow.open(flow.next);
        }}
      >
        Next
      </button>
    </p>
  );
}

function OpenItem({ id, number, item, overview, flow, onSay }: ItemPaneProps & { item: Item }) {
  const message = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [marking, setMarking] = useState<Marking>();
  const [isPreview, setIsPreview] = useState(false);
  const deciding = useDeciding(id, item, onSay, () => {
    flow.open(flow.next);
  });
  const undo = useUndo(id);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const mark = () => {
    if (item.passages.length === 0 || !overview.isOpen) return;
    setMarking({ places: selected(message.current, item.passages) });
  };
  const takeBack = () => {
    undo.mutate(
      { number, version: item.line.version },
      {
        onSuccess: () => {
          onSay(`Item ${number}: the last act is undone.`);
        },
      },
    );
  };
  return (
    <>
      <article className="review__item" aria-labelledby="review-item-heading">
        <Move number={number} flow={flow} />
        <h2 id="review-item-heading" ref={heading} tabIndex={-1}>
          {item.line.subject === '' ? 'No subject' : item.line.subject}
        </h2>
        {item.line.keptBack ? (
          <Notice kind="warning" title="Kept back: counsel alone sees and decides this" />
        ) : null}
        {item.notes.map((note) => (
          <p key={note} className="review__note">
            {note}
          </p>
        ))}
        {item.file === undefined ? (
          <>
            <p className="review__views">
              <button type="button" className="usa-button usa-button--outline" onClick={mark}>
                Mark text (m)
              </button>
              <button
                type="button"
                className="usa-button usa-button--outline"
                aria-pressed={isPreview}
                onClick={() => {
                  setIsPreview(!isPreview);
                }}
              >
                What the requester will see (p)
              </button>
            </p>
            {isPreview ? (
              <Preview id={id} number={number} version={item.line.version} />
            ) : (
              <MessageText ref={message} item={item} />
            )}
          </>
        ) : (
          <FilePart id={id} number={number} file={item.file} />
        )}
        <Earlier id={id} item={item} />
        <History item={item} />
      </article>
      <aside className="review__side" aria-label={`Decision on item ${number}`}>
        <DecisionPanel id={id} item={item} overview={overview} deciding={deciding} onSay={onSay} />
        {undo.error === null ? null : <p role="alert">{undo.error.message}</p>}
        <p>
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={undo.isPending || !overview.isOpen}
            onClick={takeBack}
          >
            Undo the last act here (u)
          </button>
        </p>
        <MarkList id={id} item={item} overview={overview} onEdit={setMarking} />
        <SuggestionList id={id} item={item} menu={overview.menu} onSay={onSay} onEdit={setMarking} />
        <Keys
          onNext={() => {
            flow.open(flow.next);
          }}
          onPrevious={() => {
            flow.open(flow.previous);
          }}
          onMark={mark}
          onUndo={takeBack}
          onPreview={() => {
            setIsPreview(!isPreview);
          }}
          onDecide={overview.isOpen ? deciding.press : undefined}
        />
      </aside>
      {marking === undefined ? null : (
        <MarkDialog
          id={id}
          item={item}
          menu={overview.menu}
          marking={marking}
          onSay={onSay}
          onClose={() => {
            setMarking(undefined);
          }}
        />
      )}
    </>
  );
}

function FilePart({ id, number, file }: { id: number; number: number; file: NonNullable<Item['file']> }) {
  return (
    <dl className="review-file">
      <dt>File</dt>
      <dd>
        <a href={fileAddress(id, number)} download>
          Download {file.name}
        </a>
        , {size(file.sizeBytes)}
      </dd>
      <dt>SHA-256</dt>
      <dd className="review-file__hash">{file.sha256}</dd>
    </dl>
  );
}
