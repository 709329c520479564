import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { limits } from '../choices';
import { check, group, hint, numberField, radios } from '../fields';
import type { Part, PartContext } from './part';
import { wholeField } from './whole-field';

/** Which of the sequences are written, and to which part. */
export function splitsPart(context: PartContext): Part {
  const { choices, change, valid } = context;
  const shares = sharesOf(context);
  const balance = check(tell('As many normal sequences as anomalous ones'), (balances) =>
    change({ balances }),
  );
  const tokens = numberField({
    ...{ label: tell('Most tokens'), least: 1, most: limits.tokens, none: tell('no limit') },
    changed: (maxTokens) => change({ maxTokens }),
    valid: (isValid) => valid('tokens', isValid),
  });
  const seed = wholeField(
    context,
    { name: 'seed', label: tell('Seed'), least: 0, most: limits.seed },
    (value) => change({ seed: value }),
  );
  const order = radios(
    'split-by',
    [
      { value: 'random', label: tell('At random: labels alike in all parts') },
      { value: 'time', label: tell('By time: the earliest in train, the latest in test') },
    ],
    (splitBy) => change({ splitBy }),
  );
  const about = tell('No session and no sequence of templates stands in two parts.');
  const numbers = element('div', { class: 'numbers' }, tokens.element, seed.element);
  return {
    element: group(
      tell('Split and selection'),
      shares.element,
      order.element,
      hint(about),
      balance.element,
      numbers,
    ),
    reflect(state) {
      const chosen = choices();
      shares.reflect(state);
      order.set(chosen.splitBy);
      balance.set(chosen.balances);
      tokens.set(chosen.maxTokens);
      seed.set(chosen.seed);
    },
  };
}

/** Parts are called as their files are. */
function sharesOf(context: PartContext): Part {
  const { choices, change } = context;
  const fields = (['train', 'validation', 'test'] as const).map((name) => {
    // Something has to be learned from.
    const least = name === 'train' ? 1 : 0;
    const field = wholeField(context, { name, label: name, least, most: limits.share }, (value) =>
      change({ shares: { ...choices().shares, [name]: value } }),
    );
    return { name, field };
  });
  return {
    element: element('div', { class: 'numbers' }, ...fields.map(({ field }) => field.element)),
    reflect() {
      for (const { name, field } of fields) field.set(choices().shares[name]);
    },
  };
}
