import { element, setAttribute } from '../../shared/element';

export interface ResizerRange {
  readonly least: number;
  readonly most: number;
  readonly label: string;
}

const keyStep = 20;

/** The left edge of a panel at the right: dragged, or moved by the arrow keys. */
export function resizer(range: ResizerRange, initial: number, resized: (width: number) => void): HTMLElement {
  const handle = element('div', {
    class: 'resizer',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': range.label,
    'aria-valuemin': String(range.least),
    'aria-valuemax': String(range.most),
  });
  let width = initial;
  let caught: { readonly x: number; readonly width: number } | null = null;
  const set = (wanted: number) => {
    width = Math.round(Math.min(range.most, Math.max(range.least, wanted)));
    setAttribute(handle, 'aria-valuenow', String(width));
    resized(width);
  };
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    caught = { x: event.clientX, width };
  });
  handle.addEventListener('pointermove', (event) => {
    if (caught) set(caught.width + caught.x - event.clientX);
  });
  handle.addEventListener('lostpointercapture', () => {
    caught = null;
  });
  handle.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') set(width + keyStep);
    else if (key === 'ArrowRight') set(width - keyStep);
  });
  setAttribute(handle, 'aria-valuenow', String(width));
  return handle;
}
