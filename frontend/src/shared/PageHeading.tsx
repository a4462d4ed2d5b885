import { useEffect, useRef, type ReactNode } from 'react';

let isFirstPage = true;

/**
 * This is the heading of a page. When a person moves to the page it takes the focus, so that a screen reader reads it and
 * the next Tab goes on from here; on the very first page the browser's own start is left alone.
 */
export function PageHeading({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Muniment`;
  }, [title]);
  useEffect(() => {
    if (isFirstPage) {
      isFirstPage = false;
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
