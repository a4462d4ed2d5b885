import { useState } from 'react';
import { useDecide } from './acts';
import { useRelatives, type Item, type Kind, type Spread, type Verdict } from './review';
import { decisionNames } from './words';

/** This is the decision on the open item, on its way. */
export function useDeciding(
  id: number,
  item: Item,
  onSay: (sentence: string) => void,
  onDecided: () => void,
) {
  const [spread, setSpread] = useState<Spread>('THIS');
  const [asking, setAsking] = useState<Extract<Kind, 'WITHHOLD' | 'REFERRED'>>();
  const relatives = useRelatives(id, item.line.number);
  const act = useDecide(id);
  const decide = (verdict: Verdict) => {
    if (act.isPending) return;
    const at = { number: item.line.number, version: item.line.version };
    act.mutate(
      { ...at, verdict, spread: verdict.kind === 'REDACT' ? 'THIS' : spread },
      {
        onSuccess: ({ changed, left }) => {
          const others = changed.length === 1 ? '' : ` and ${changed.length - 1} more`;
          const leftOut = left === 0 ? '' : `; ${left} left as they are`;
          onSay(`Item ${at.number}${others}: ${decisionNames[verdict.kind].toLowerCase()}${leftOut}.`);
          setAsking(undefined);
          if (changed.length === 1) onDecided();
        },
      },
    );
  };
  /** What a key or button of this kind does: decide, or ask what it needs first. */
  const press = (kind: Kind) => {
    if (kind === 'WITHHOLD' || kind === 'REFERRED') setAsking(kind);
    else decide({ kind, grounds: [], text: '' });
  };
  return { spread, setSpread, asking, setAsking, relatives: relatives.data, act, decide, press };
}
