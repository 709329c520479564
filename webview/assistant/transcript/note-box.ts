import { element } from '../../shared/element';

const apartPx = 6;

/** Says what an element's `data-note` says beside it while the mouse or the focus is on it; Escape takes it away. */
export function followNotes(target: HTMLElement): HTMLElement {
  const box = element('div', { class: 'note-box', 'aria-hidden': 'true' });
  box.hidden = true;
  const show = ({ target: under }: Event) => {
    const noted = under instanceof Element ? under.closest<HTMLElement>('[data-note]') : null;
    box.hidden = noted === null;
    if (noted) place(box, noted);
  };
  const hide = () => {
    box.hidden = true;
  };
  target.addEventListener('mouseover', show);
  target.addEventListener('focusin', show);
  target.addEventListener('mouseleave', hide);
  target.addEventListener('focusout', hide);
  target.addEventListener('scroll', hide);
  target.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  return box;
}

function place(box: HTMLElement, noted: HTMLElement): void {
  box.replaceChildren(element('bdi', {}, noted.dataset.note ?? ''));
  const { left, top, bottom } = noted.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = bottom + apartPx + height < innerHeight;
  const x = Math.max(4, Math.min(left, innerWidth - width - 4));
  const y = below ? bottom + apartPx : Math.max(4, top - apartPx - height);
  box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
