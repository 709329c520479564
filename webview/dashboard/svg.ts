const namespace = 'http://www.w3.org/2000/svg';

type SvgTag = keyof SVGElementTagNameMap;
type Attributes = Readonly<Record<string, string | number>>;

/** As `element` of HTML: children that are strings become text. */
export function svg<Tag extends SvgTag>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** A picture of so many pixels that stands by itself; `label` is read in its place. */
export function picture(width: number, height: number, label: string): SVGSVGElement {
  return svg('svg', {
    xmlns: namespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': label,
    'font-family': 'var(--vscode-font-family)',
    'font-size': 11,
    fill: 'var(--vscode-foreground)',
  });
}

export function svgText(x: number, y: number, text: string, attributes: Attributes = {}): SVGTextElement {
  return svg('text', { x, y, ...attributes }, text);
}

/** Cut at so many characters: a name may be of any length. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
