import type { TemplateSummary } from '../../engine/model/analysis';
import type { TemplatePattern } from '../../engine/templates/corrections/correction';
import { onOneLine } from './markdown';
import { patternLabel } from './pattern-text';

/** Of a name; the store may come with a repository and hold anything. */
const longestName = 100;

/** What a person called the template, as it can be shown; undefined where nobody did. */
export function templateName({ name }: Pick<TemplateSummary, 'name'>): string | undefined {
  const shown = name === undefined ? '' : onOneLine(name.slice(0, longestName));
  return shown === '' ? undefined : shown;
}

export function templateTitle(template: Pick<TemplateSummary, 'name' | 'pattern'>): string {
  return templateName(template) ?? patternLabel(template.pattern);
}

const holdsLetter = /\p{L}/u;
const mostTokensBefore = 3;

/** The token at a position with what stands before it, back to a word that says what it is: `took <duration>`. */
export function tokenInContext(pieces: TemplatePattern, position: number): string {
  const earliest = Math.max(0, position - mostTokensBefore);
  let start = Math.max(0, position - 1);
  while (start > earliest && !holdsLetter.test(pieces[start])) start--;
  return pieces
    .slice(start, position + 1)
    .join('')
    .trim();
}
