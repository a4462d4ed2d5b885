import type { Ref } from 'react';
import { partName, stretches, type Stretch } from './places';
import type { Item, Passage } from './review';

/**
 * This is the message as its pages will have it, with the places that are marked. `data-part` and `data-from` say where
 * each stretch stands, so that what a person selects is what is marked.
 */
export function MessageText({ ref, item }: { ref: Ref<HTMLDivElement>; item: Item }) {
  const open = item.suggestions.filter((one) => !one.isDismissed && !one.isMarked && one.sureness !== 'LOW');
  return (
    <div className="review-text" ref={ref}>
      {item.passages.map((passage) => (
        <PassageText key={passage.part} passage={passage} stretches={stretches(passage, item.marks, open)} />
      ))}
    </div>
  );
}

function PassageText({ passage, stretches: all }: { passage: Passage; stretches: readonly Stretch[] }) {
  return (
    <div className={passage.kind === 'BODY' ? 'review-passage review-passage--body' : 'review-passage'}>
      <p className="review-passage__name" id={`part-${passage.part}`}>
        {partName(passage)}
      </p>
      <div className="review-passage__text" data-part={passage.part} dir="auto">
        {all.map((stretch) => (
          <StretchText key={stretch.from} stretch={stretch} />
        ))}
      </div>
    </div>
  );
}

function StretchText({ stretch: { from, text, marks, isSuggested } }: { stretch: Stretch }) {
  if (marks.length > 0) {
    const codes = [...new Set(marks.map((mark) => mark.code))].join('; ');
    const isDraft = marks.some((mark) => mark.isDraft);
    return (
      <mark
        className={isDraft ? 'review-mark review-mark--draft' : 'review-mark'}
        title={`${isDraft ? 'Draft: ' : ''}withheld under ${codes}`}
        data-code={isDraft ? `draft ${codes}` : codes}
        data-from={from}
      >
        {text}
      </mark>
    );
  }
  return (
    <span className={isSuggested ? 'review-suggested' : undefined} data-from={from}>
      {text}
    </span>
  );
}
