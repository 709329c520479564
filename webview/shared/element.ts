type Child = Node | string;

/** An element with attributes and children; strings become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A codicon; what it means stands beside it, or on the button around it. */
export function icon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button that shows an icon alone, named by its title. */
export function iconButton(name: string, title: string, press: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'icon-button', title, 'aria-label': title });
  button.append(icon(name));
  button.addEventListener('click', press);
  return button;
}

/** Writes only what changed, into the text that is there: screen readers and layout are told of every write. For elements that hold text alone. */
export function setText(target: Element, text: string): void {
  const { firstChild } = target;
  if (!(firstChild instanceof Text)) {
    if (text !== '') target.append(text);
  } else if (firstChild.data !== text) firstChild.data = text;
}

export function setAttribute(target: Element, name: string, value: string | null): void {
  if (value === null) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
