/** What a person means for the field alone; F keys and chords are for VS Code there too. */
const steering = new Set(['Escape', 'ArrowUp', 'ArrowDown']);

/**
 * VS Code hears every key that bubbles to the window, and while a log is gone through single letters label. What is typed into a field
 * of the page is for the field: it goes no further than the page.
 */
export function keepTypedKeys(page: EventTarget): void {
  page.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const isPlain = !ctrlKey && !metaKey && !altKey && (key.length === 1 || steering.has(key));
    if (isPlain && isField(target)) event.stopPropagation();
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}
