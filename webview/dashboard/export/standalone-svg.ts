import { resolvedColour } from '../colours';

const variable = /var\((--[^(),]+)\)/g;

/** The picture's text as a file of its own: the theme's variables become colours, and the page's background stands behind it. */
export function standaloneSvg(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const ground = document.createElementNS(copy.namespaceURI, 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', 'var(--vscode-editor-background)'],
  ])
    ground.setAttribute(name, value);
  copy.prepend(ground);
  for (const one of [copy, ...copy.querySelectorAll('*')]) resolveAttributes(one);
  return new XMLSerializer().serializeToString(copy);
}

function resolveAttributes(target: Element): void {
  for (const { name, value } of [...target.attributes]) {
    if (value.includes('var(')) target.setAttribute(name, withoutVariables(value));
  }
}

export function withoutVariables(value: string): string {
  return value.replace(variable, (whole) => resolvedColour(whole));
}
