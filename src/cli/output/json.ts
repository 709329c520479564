/** Raised only when a field goes away or changes its meaning; a new field does not change it. */
export const schema = 1;

/** A list of any length, one element a line, in pieces: one JavaScript string would end at 512 MB. */
export function* jsonList<Item>(
  items: Iterable<Item>,
  toJson: (item: Item, index: number) => unknown,
): Generator<string> {
  let separator = '[\n';
  let index = 0;
  for (const item of items) {
    yield separator + JSON.stringify(toJson(item, index++));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : '\n]';
}
