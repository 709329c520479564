import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { limits } from '../choices';
import { group, radios } from '../fields';
import type { Part, PartContext } from './part';
import { wholeField } from './whole-field';

/** What one sequence is. */
export function sequencesPart(context: PartContext): Part {
  const { choices, change } = context;
  /** What is gone back to from sessions. */
  let windows = { least: 6, most: 15 };
  const inWindows = (bounds: typeof windows) => change({ unit: { kind: 'windows', ...bounds } });
  const unit = radios(
    'unit',
    [
      { value: 'windows', label: tell('Windows of records that follow each other') },
      { value: 'sessions', label: tell('Whole sessions: the records that share an id') },
    ],
    (kind) => (kind === 'sessions' ? change({ unit: { kind } }) : inWindows(windows)),
  );
  const bound = { least: 1, most: limits.windows };
  const least = wholeField(context, { ...bound, name: 'least', label: tell('At least') }, (value) =>
    inWindows({ least: value, most: Math.max(windows.most, value) }),
  );
  const most = wholeField(context, { ...bound, name: 'most', label: tell('At most') }, (value) =>
    inWindows({ least: Math.min(windows.least, value), most: value }),
  );
  const row = element('div', { class: 'numbers' }, least.element, most.element);
  return {
    element: group(tell('Sequences'), unit.element, row),
    reflect() {
      const { unit: chosen } = choices();
      unit.set(chosen.kind);
      row.hidden = chosen.kind === 'sessions';
      if (chosen.kind === 'windows') windows = chosen;
      least.set(windows.least);
      most.set(windows.most);
    },
  };
}
