import { useId, useState } from 'react';
import { Trouble, Waiting } from '../../shared/Trouble';
import { pictureOf, useDraftText, useReleaseItems, type Release, type ReleaseItem } from './releases';

const outcomes: Record<ReleaseItem['outcome'], string> = {
  RELEASED: 'released',
  REDACTED: 'redacted',
  AS_IT_IS: 'file as it is',
  WITHHELD: 'withheld',
  NOT_RESPONSIVE: 'not responsive',
};

interface Sheet {
  readonly name: string;
  readonly file: string;
  readonly page: number;
}

/** The very pages that would leave, one at a time, each with DRAFT over it. */
export function DraftLook({ id, release }: { id: number; release: Release }) {
  const { data, error, refetch } = useReleaseItems(id, release.id);
  const [at, setAt] = useState(0);
  const choice = useId();
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what="Opening the pages…" />;
  const sheets = sheetsOf(data.items);
  const sheet = sheets[Math.min(at, sheets.length - 1)];
  if (sheet === undefined) return null;
  return (
    <div className="draft">
      <h3>Look at the pages</h3>
      <div className="draft__turn">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={at === 0}
          onClick={() => {
            setAt(at - 1);
          }}
        >
          Page before
        </button>
        <label htmlFor={choice} className="usa-sr-only">
          Page
        </label>
        <select
          className="usa-select"
          id={choice}
          value={at}
          onChange={(event) => {
            setAt(Number(event.target.value));
          }}
        >
          {sheets.map((one, index) => (
            <option key={`${one.file} ${one.page}`} value={index}>
              {one.name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={at >= sheets.length - 1}
          onClick={() => {
            setAt(at + 1);
          }}
        >
          Next page
        </button>
      </div>
      <img
        className="draft__page"
        src={pictureOf(id, release.id, sheet.file, sheet.page)}
        alt={`Draft of ${sheet.name}. Its text is below.`}
      />
      <DraftText key={`${sheet.file} ${sheet.page}`} id={id} release={release.id} sheet={sheet} />
    </div>
  );
}

function DraftText({ id, release, sheet }: { id: number; release: number; sheet: Sheet }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>Text of this page</summary>
      {isOpen ? <PageText id={id} release={release} sheet={sheet} /> : null}
    </details>
  );
}

function PageText({ id, release, sheet }: { id: number; release: number; sheet: Sheet }) {
  const { data, error, refetch } = useDraftText(id, release, sheet.file, sheet.page);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what="Reading the page…" />;
  return <pre className="draft__text">{data.text}</pre>;
}

function sheetsOf(items: readonly ReleaseItem[]): readonly Sheet[] {
  const sheets: Sheet[] = [{ name: 'Cover', file: 'cover.pdf', page: 1 }];
  if (items.some((item) => item.outcome === 'WITHHELD'))
    sheets.push({ name: 'Withholding index, page 1', file: 'withholding-index.pdf', page: 1 });
  for (const item of items) {
    for (let page = 1; page <= item.pages; page++) {
      const of = item.pages === 1 ? '' : `, page ${page} of ${item.pages}`;
      sheets.push({
        name: `Item ${item.item} (${outcomes[item.outcome]}): ${item.firstBates}${of}`,
        file: item.fileName,
        page,
      });
    }
  }
  if (items.some((item) => item.pages > 0))
    sheets.push({ name: 'Redaction log, page 1', file: 'redaction-log.pdf', page: 1 });
  return sheets;
}
