import { useEffect, useRef, useState, type ReactNode } from 'react';

interface DoableProps {
  readonly name: string;
  readonly look?: 'outline' | 'unstyled';
  /** Is given what closes it again. */
  readonly children: (close: () => void) => ReactNode;
}

/** This is something one can do: a button until it is wanted, then its form, which takes the focus and gives it back. */
export function Doable({ name, look = 'outline', children }: DoableProps) {
  const [isOpen, setOpen] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>('input, button')?.focus();
    else if (wasOpen.current && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className={`usa-button usa-button--${look}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {name}
      </button>
    );
  }
  return (
    <div className="doable" role="group" aria-label={name} ref={form}>
      {children(() => {
        setOpen(false);
      })}
    </div>
  );
}
