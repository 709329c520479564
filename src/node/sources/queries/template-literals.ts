import type { TemplatePattern } from '../../../engine/templates/corrections/correction';

/** `<*>`, `<num>`: what stands for a variable. */
const variable = /<[^<>\s]{1,40}>/;

/** What every record of a template says, in order, between its variables; at least one character each. */
export function templateLiterals(pieces: TemplatePattern): readonly string[] {
  return pieces
    .join('')
    .split(variable)
    .map((literal) => literal.trim())
    .filter((literal) => literal !== '');
}
