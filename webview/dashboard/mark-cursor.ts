import { setAttribute } from '../shared/element';
import { tell } from '../shared/tell';
import { visibleText } from '../shared/visible-text';
import type { Tooltip } from './tooltip';

/** Something in a chart that is pointed at: a bar, a cell, the stretch of a point. */
export interface Mark {
  readonly element: SVGElement;
  /** Where it stands among the others: rows are those of a grid; a list has one. */
  readonly row: number;
  readonly column: number;
  /** What it says, the heading first. */
  readonly words: readonly string[];
  readonly press?: () => void;
}

export interface MarkedSurface {
  /** The chart; it gets the focus, once for all its marks. */
  readonly surface: SVGSVGElement;
  readonly label: string;
  readonly role: 'listbox' | 'grid';
  readonly marks: readonly Mark[];
  readonly tooltip: Tooltip;
}

const markRoles = { listbox: 'option', grid: 'gridcell' } as const;
let surfaces = 0;

/** Makes a drawn chart one that mouse, keyboard and screen reader go through mark by mark. It lives as long as the drawing. */
export function markCursor({ surface, label, role, marks, tooltip }: MarkedSurface): void {
  const name = `marks-${++surfaces}`;
  let current: Mark | undefined;
  setAttribute(surface, 'role', role);
  setAttribute(surface, 'aria-label', visibleText(label));
  setAttribute(surface, 'tabindex', '0');
  for (const [i, { element, words }] of marks.entries()) {
    element.id = `${name}-${i}`;
    setAttribute(element, 'role', markRoles[role]);
    setAttribute(element, 'aria-label', words.map(visibleText).join(tell(', ')));
    setAttribute(element, 'aria-selected', 'false');
    for (const text of element.querySelectorAll('text')) setBeside(text, surface);
  }
  const point = (mark: Mark | undefined) => {
    if (current) {
      current.element.classList.remove('current');
      setAttribute(current.element, 'aria-selected', 'false');
    }
    current = mark;
    setAttribute(surface, 'aria-activedescendant', mark?.element.id ?? null);
    if (!mark) return tooltip.hide();
    mark.element.classList.add('current');
    setAttribute(mark.element, 'aria-selected', 'true');
  };
  const showBeside = (mark: Mark) => {
    point(mark);
    const { left, width, bottom } = mark.element.getBoundingClientRect();
    tooltip.show(mark.words, left + width / 2, bottom);
  };
  const markOf = (target: EventTarget | null) =>
    marks.find(({ element }) => target instanceof Node && element.contains(target));
  surface.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return point(undefined);
    if (event.key === 'Enter') return current?.press?.();
    const next = nextMark(event.key, current, marks);
    if (!next) return;
    event.preventDefault();
    showBeside(next);
  });
  surface.addEventListener('pointermove', ({ target, clientX, clientY }) => {
    const mark = markOf(target);
    point(mark);
    if (mark) tooltip.show(mark.words, clientX, clientY);
  });
  surface.addEventListener('pointerleave', () => point(undefined));
  surface.addEventListener('blur', () => point(undefined));
  surface.addEventListener('click', ({ target }) => markOf(target)?.press?.());
}

/** What is written in a mark may be cut, or glued: its label says it whole, so it is no part of the mark for screen readers. */
function setBeside(text: SVGTextElement, surface: SVGSVGElement): void {
  setAttribute(text, 'aria-hidden', 'true');
  setAttribute(text, 'pointer-events', 'none');
  surface.append(text);
}

type Placed = Pick<Mark, 'row' | 'column'>;

/** Where a key goes from a mark; undefined where it is no key of these, or there is none. The first key goes to the first mark. */
export function nextMark<Some extends Placed>(
  key: string,
  current: Some | undefined,
  marks: readonly Some[],
): Some | undefined {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return undefined;
  if (!current) return key === 'End' ? marks.at(-1) : marks[0];
  const { row, column } = current;
  const inRow = marks.filter((mark) => mark.row === row);
  const inColumn = marks.filter((mark) => mark.column === column);
  switch (key) {
    case 'ArrowLeft':
      return inRow.findLast((mark) => mark.column < column);
    case 'ArrowRight':
      return inRow.find((mark) => mark.column > column);
    case 'ArrowUp':
      return inColumn.findLast((mark) => mark.row < row);
    case 'ArrowDown':
      return inColumn.find((mark) => mark.row > row);
    case 'Home':
      return inRow[0];
    default:
      return inRow.at(-1);
  }
}
