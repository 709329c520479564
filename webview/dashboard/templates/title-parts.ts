import { element } from '../../shared/element';
import { visibleText } from '../../shared/visible-text';

export interface TitlePart {
  readonly text: string;
  readonly isVariable: boolean;
}

/** As patterns write them: the kinds of parameters, and anything. */
const variable = /(<(?:number|hex|ip|uuid|path|url|email|time|duration|size|quoted|word|\*)>)/;

/** A template's title cut at its variables. */
export function titleParts(title: string): readonly TitlePart[] {
  return title
    .split(variable)
    .map((text, i) => ({ text, isVariable: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The title, its variables set apart. */
export function titleElements(title: string): readonly Node[] {
  return titleParts(title).map(({ text, isVariable }) =>
    isVariable
      ? element('span', { class: 'variable' }, text.slice(1, -1))
      : document.createTextNode(visibleText(text)),
  );
}
