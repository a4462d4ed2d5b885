import type { Mark, Passage } from './review';

/** A place in a part of a message, in code points, as the server counts them. */
export interface Place {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of a passage in which the same marks and suggestion hold; offsets count UTF-16 units, as the page does. */
export interface Stretch {
  readonly from: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly isSuggested: boolean;
}

interface Spot {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** How many code points the first `units` UTF-16 units of a text are. */
export function codePoints(text: string, units: number): number {
  let points = 0;
  for (let at = 0; at < units; at += width(text, at)) points++;
  return points;
}

const width = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The UTF-16 offsets of some code point offsets, in one walk through the text. */
function unitsOf(text: string, points: readonly number[]): Map<number, number> {
  const units = new Map<number, number>();
  let at = 0;
  let point = 0;
  for (const wanted of [...new Set(points)].sort((one, other) => one - other)) {
    while (point < wanted && at < text.length) {
      at += width(text, at);
      point++;
    }
    units.set(wanted, at);
  }
  return units;
}

/** Cuts a passage where marks and suggestions begin and end. */
export function stretches(
  passage: Passage,
  marks: readonly Mark[],
  suggestions: readonly Spot[],
): readonly Stretch[] {
  const mine = marks.filter(({ part }) => part === passage.part);
  const suggested = suggestions.filter(({ part }) => part === passage.part);
  const units = unitsOf(
    passage.text,
    [...mine, ...suggested].flatMap(({ from, to }) => [from, to]),
  );
  const unit = (point: number) => units.get(point) ?? 0;
  const covers = (spot: Spot, at: number) => unit(spot.from) <= at && at < unit(spot.to);
  const cuts = [...new Set([0, ...units.values(), passage.text.length])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => ({
    from,
    text: passage.text.slice(from, cuts[index + 1]),
    marks: mine.filter((mark) => covers(mark, from)),
    isSuggested: suggested.some((spot) => covers(spot, from)),
  }));
}

/** What is selected within a message on the page: a place for each part it touches. */
export function selected(message: HTMLElement | null, passages: readonly Passage[]): readonly Place[] {
  const selection = window.getSelection();
  if (message === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return [];
  const range = selection.getRangeAt(0);
  const found = new Map<string, { from: number; to: number }>();
  for (const stretch of message.querySelectorAll<HTMLElement>('[data-from]')) {
    const text = stretch.firstChild;
    const part = stretch.closest<HTMLElement>('[data-part]')?.dataset.part;
    if (text === null || part === undefined || !range.intersectsNode(text)) continue;
    const length = text.textContent?.length ?? 0;
    const start = Number(stretch.dataset.from);
    const from = start + (range.startContainer === text ? range.startOffset : 0);
    const to = start + (range.endContainer === text ? range.endOffset : length);
    if (to <= from) continue;
    const known = found.get(part);
    found.set(part, { from: Math.min(from, known?.from ?? from), to: Math.max(to, known?.to ?? to) });
  }
  return passages.flatMap(({ part, text }) => {
    const units = found.get(part);
    return units === undefined
      ? []
      : [{ part, from: codePoints(text, units.from), to: codePoints(text, units.to) }];
  });
}

/** Where words stand in the passages, whatever their case. */
export function wordsIn(passages: readonly Passage[], words: string): readonly Place[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return passages.flatMap(({ part, text }) => {
    const lower = text.toLowerCase();
    // Some letters change their length with their case: then places cannot be told from the lower-case text.
    const searched = lower.length === text.length ? lower : text;
    const places: Place[] = [];
    for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
      places.push({ part, from: codePoints(text, at), to: codePoints(text, at + wanted.length) });
    }
    return places;
  });
}

export function textAt(passages: readonly Passage[], { part, from, to }: Place): string {
  const text = passages.find((passage) => passage.part === part)?.text ?? '';
  const units = unitsOf(text, [from, to]);
  return text.slice(units.get(from), units.get(to));
}

/** What a person calls a part. */
export function partName({ part, kind, label }: Passage): string {
  if (label !== '') return part.includes('/') ? `${label}, in attached mail` : label;
  return kind === 'BODY' ? (part.includes('/') ? 'Text of attached mail' : 'Text') : part;
}
