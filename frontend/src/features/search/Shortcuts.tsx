import { useEffect, useRef, useState } from 'react';

const kept = 'muniment:shortcuts';

const keys = [
  { key: '/', does: 'Go to the search box' },
  { key: 'j', does: 'Next result' },
  { key: 'k', does: 'Previous result' },
  { key: 'Enter', does: 'Open the result' },
  { key: '?', does: 'Show these keys' },
];

/**
 * This is the keys of the search page. They can be turned off (WCAG 2.1.4), leave text fields and all other keys alone,
 * and only ever move the focus, so that a screen reader reads on from where it is taken.
 */
export function Shortcuts() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setIsOn] = useState(() => localStorage.getItem(kept) !== 'off');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (dialog.current?.open === true) return;
      if (event.key === '/') focusOn(document.querySelector<HTMLElement>('#search-box'), event);
      if (event.key === 'j') focusOn(result(1), event);
      if (event.key === 'k') focusOn(result(-1), event);
      if (event.key === '?') dialog.current?.showModal();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [isOn]);
  return (
    <div className="shortcuts">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => dialog.current?.showModal()}
      >
        Keyboard shortcuts
      </button>
      <dialog className="shortcuts__dialog" ref={dialog} aria-labelledby="shortcuts-heading">
        <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
        <dl>
          {keys.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="filters__check" htmlFor="shortcuts-on">
          <input
            id="shortcuts-on"
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
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function result(step: number): HTMLElement | undefined {
  const links = [...document.querySelectorAll<HTMLElement>('a[id^="found-"]')];
  const at = links.findIndex((link) => link === document.activeElement);
  return at < 0 ? links[step > 0 ? 0 : links.length - 1] : links[at + step];
}

function focusOn(element: HTMLElement | null | undefined, event: KeyboardEvent): void {
  if (element === null || element === undefined) return;
  event.preventDefault();
  element.focus();
}
