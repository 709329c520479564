import type { Contrast, Contrasted } from '../../../src/protocol/log-shape';
import { tell, tellSentence } from '../../shared/tell';
import type { DataTable } from '../shown';

/** `host = db-3`, `level error`, a template's title; behind it what the records have in common that it was counted among. */
export function subjectText(contrasted: Contrasted): string {
  const { within } = contrasted;
  const own = ownText(contrasted);
  return within === null ? own : tell('{0} among {1}', own, within);
}

function ownText({ kind, name, value }: Contrasted): string {
  if (kind === 'level') return tell('level {0}', value);
  if (kind === 'template') return value;
  return name === '' ? value : `${name} = ${value}`;
}

export function kindText({ kind }: Contrasted): string {
  switch (kind) {
    case 'level':
      return tell('Level');
    case 'template':
      return tell('Template');
    case 'component':
      return tell('Service');
    case 'host':
      return tell('Host');
    case 'value':
      return tell('Value');
  }
}

/** `×12 (8–17)`; what was never there before, or is gone, has no ratio. */
export function ratioText({ ratio, interval: [low, high], focusCount }: Contrasted): string {
  if (ratio === null) return focusCount > 0 ? tell('only here') : tell('gone here');
  const range = high === null ? `≥ ${factor(low)}` : `${factor(low)}–${factor(high)}`;
  return `×${factor(ratio)} (${range})`;
}

export function countsText({ focusCount, focusOf, againstCount, againstOf }: Contrasted): string {
  return tell('{0} of {1} here, {2} of {3} elsewhere', focusCount, focusOf, againstCount, againstOf);
}

export function contrastSentence({ contrasts, compared, focusRecords, againstRecords }: Contrast): string {
  if (againstRecords === 0 || focusRecords === 0)
    return tell('There is nothing to compare: one of the two sides holds no record.');
  const [first] = contrasts;
  if (first === undefined)
    return tell(
      'Of {0} things compared none surely differs here: other stretches of this log have as much, or there is too little to tell it from chance. What came here for the first time stands among the templates.',
      compared,
    );
  const told = tellSentence(first.message);
  return contrasts.length === 1
    ? tell('Of {0} things compared one is different here. {1}', compared, told)
    : tell(
        'Of {0} things compared {1} are different here. The most telling: {2}',
        compared,
        contrasts.length,
        told,
      );
}

export function contrastTable({ contrasts }: Contrast): DataTable {
  return {
    title: tell('What is different here'),
    columns: [
      { title: tell('Kind'), kind: 'text' },
      { title: tell('What'), kind: 'text' },
      { title: tell('Here'), kind: 'number' },
      { title: tell('of'), kind: 'number' },
      { title: tell('Elsewhere'), kind: 'number' },
      { title: tell('of'), kind: 'number' },
      { title: tell('Ratio'), kind: 'number' },
      { title: tell('from'), kind: 'number' },
      { title: tell('to'), kind: 'number' },
      { title: tell('Chance'), kind: 'number' },
    ],
    rows: contrasts.map((one) => [
      kindText(one),
      subjectText(one),
      one.focusCount,
      one.focusOf,
      one.againstCount,
      one.againstOf,
      one.ratio,
      one.interval[0],
      one.interval[1],
      one.chance,
    ]),
  };
}

function factor(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}
