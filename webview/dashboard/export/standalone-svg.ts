import { isHighContrast, resolvedColour } from '../colours';

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
  freeOfTheme(copy);
  return new XMLSerializer().serializeToString(copy);
}

/** A picture that leaves the page takes along what the page's theme and style sheets give it. */
export function freeOfTheme(picture: SVGSVGElement): void {
  if (isHighContrast())
    for (const edged of picture.querySelectorAll('.edged'))
      edged.setAttribute('stroke', 'var(--vscode-contrastBorder)');
  for (const one of [picture, ...picture.querySelectorAll('*')]) resolveAttributes(one);
}

function resolveAttributes(target: Element): void {
  for (const { name, value } of [...target.attributes]) {
    if (value.includes('var(')) target.setAttribute(name, withoutVariables(value));
  }
}

export function withoutVariables(value: string): string {
  return value.replace(variable, (whole) => resolvedColour(whole));
}
