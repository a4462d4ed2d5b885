import { useEffect, useRef, type ReactNode } from 'react';

/** This holds what is shown once and never again; it takes the focus, so that nobody misses it. */
export function Once({ title, children }: { title: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="account__once" role="group" aria-label={title} tabIndex={-1} ref={box}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
