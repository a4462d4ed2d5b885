import { useEffect, useRef, useState } from 'react';
import type { Kind } from './review';
import { decisionActs, decisionKeys, decisionNames } from './words';

const kept = 'muniment:review-keys';

interface KeysProps {
  readonly onNext?: () => void;
  readonly onPrevious?: () => void;
  readonly onMark?: () => void;
  readonly onUndo?: () => void;
  readonly onPreview?: () => void;
  readonly onDecide?: ((kind: Kind) => void) | undefined;
}

const keys: readonly (readonly [key: string, does: string])[] = [
  ['j', 'Next item'],
  ['k', 'Previous item'],
  ...decisionKeys.map(([key, kind]) => [key, decisionActs[kind] ?? decisionNames[kind]] as const),
  ['m', 'Mark what is selected, or choose words to mark'],
  ['p', 'What the requester will see, and back'],
  ['u', 'Undo the last act on this item'],
  ['/', 'Go to the filter'],
  ['?', 'Show these keys'],
];

/**
 * This is the keys of the review. They can be turned off (WCAG 2.1.4), leave text fields and all other keys alone, and
 * everything they do has a button, too.
 */
export function Keys({ onNext, onPrevious, onMark, onUndo, onPreview, onDecide }: KeysProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setIsOn] = useState(() => localStorage.getItem(kept) !== 'off');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const kind = decisionKeys.find(([key]) => key === event.key)?.[1];
      const act =
        kind === undefined
          ? {
              j: onNext,
              k: onPrevious,
              m: onMark,
              u: onUndo,
              p: onPreview,
              '/': () => document.querySelector<HTMLElement>('#review-words')?.focus(),
              '?': () => dialog.current?.showModal(),
            }[event.key]
          : onDecide === undefined
            ? undefined
            : () => {
                onDecide(kind);
              };
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [isOn, onNext, onPrevious, onMark, onUndo, onPreview, onDecide]);
  return (
    <div className="shortcuts">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => dialog.current?.showModal()}
      >
        Keyboard shortcuts
      </button>
      <dialog className="shortcuts__dialog" ref={dialog} aria-labelledby="review-keys-heading">
        <h2 id="review-keys-heading">Keyboard shortcuts</h2>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="filters__check" htmlFor="review-keys-on">
          <input
            id="review-keys-on"
            type="checkbox"
            checked={isOn}
            onChange={(event) => {
              setIsOn(event.target.checked);
              localStorage.setItem(kept, event.target.checked ? 'on' : 'off');
            }}
          />
          <span>Use these keys</span>
        </label>
        <button type="button" className="usa-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
