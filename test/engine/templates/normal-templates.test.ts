import { describe, expect, it } from 'vitest';
import type { TemplateId } from '../../../src/engine/model/units';
import type { NormalTemplate } from '../../../src/engine/templates/normal-template';
import { matchNormal } from '../../../src/engine/templates/normal-templates';

/** A template as it is shown, its tokens apart; `kind` is what a status line adds. */
function template(pattern: string, kind = ''): NormalTemplate {
  const pieces = pattern.split(/(?= )/);
  return { pattern: kind === '' ? pattern : `${pattern} ${kind}`, pieces };
}

const log = [
  template('lease of <word> renewed'),
  template('lease of <word> expired'),
  template('lease of berlin lost'),
  template('GET <path>', '2xx'),
  template('GET <path>', '5xx'),
].map((one, id) => ({ ...one, id: id as TemplateId }));

const cases: readonly (readonly [string, NormalTemplate, readonly number[]])[] = [
  ['that looks the same', template('lease of <word> expired'), [1]],
  ['whose word became a variable since', template('lease of rome expired'), [1]],
  ['whose variable is a word here', template('lease of <word> lost'), [2]],
  ['of another kind of event', template('GET <path>', '4xx'), []],
  ['of the same kind of event', template('GET <path>', '5xx'), [4]],
  ['of other words', template('lease of <word> granted'), []],
  ['of another length', template('lease expired'), []],
];

describe('a template called normal is one', () => {
  it.each(cases)('%s', (_, given, ids) => {
    expect(matchNormal([given], log).map(({ template: id }) => id)).toEqual(ids);
  });
});

it('what is given twice is told by its place in the list', () => {
  const given = [template('nothing like it'), template('lease of <word> renewed')];
  expect(matchNormal(given, log)).toEqual([{ given: 1, template: 0 }]);
});
