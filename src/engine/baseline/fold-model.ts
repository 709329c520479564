import { textHash } from '../templates/text-hash';
import type {
  BaselineModel,
  KnownColumn,
  KnownMessage,
  KnownSequence,
  SampleRow,
  StrangeRow,
} from './baseline-model';
import { foldedColumn, placeKey } from './column-fold';
import { addedCounts, ascending, ascendingLists } from './count-lists';

/** What is kept at most; a merge is the same in whatever order as long as there is no more. */
const mostMessages = 1 << 13;
const mostTransitions = 1 << 15;
const mostColumns = 1 << 12;
/** Events of all sequences together. */
const mostEvents = 1 << 16;
/** Here order never matters: which rows stay is told by their keys alone. */
const mostSample = 512;

/** What several models know together, or one whose lists are in no order and may say a thing twice. */
export function foldModels(models: readonly BaselineModel[]): BaselineModel {
  const { messages, placeOf } = foldMessages(models.flatMap(usedMessages));
  const renumbered = models.map((model) => {
    const places = model.messages.map(({ text }) => placeOf.get(text));
    return {
      transitions: model.transitions.flatMap(([from, to, count]) =>
        isPlace(places[from]) && isPlace(places[to]) ? [[places[from], places[to], count] as const] : [],
      ),
      columns: model.columns.flatMap((column) =>
        isPlace(places[column.message]) ? [{ ...column, message: places[column.message] as number }] : [],
      ),
      sequences: model.sequences.flatMap((sequence) => renumberedSequence(sequence, places)),
    };
  });
  return {
    logs: models.reduce((sum, { logs }) => sum + logs, 0),
    records: models.reduce((sum, { records }) => sum + records, 0),
    variation: {
      unknown: Math.max(0, ...models.map(({ variation }) => variation.unknown)),
      excess: Math.max(0, ...models.map(({ variation }) => variation.excess)),
    },
    messages,
    components: addedCounts(models.flatMap(({ components }) => components)),
    transitions: foldTransitions(renumbered.flatMap(({ transitions }) => transitions)),
    sample: foldSample(models.flatMap(({ sample }) => sample)),
    columns: foldColumns(renumbered.flatMap(({ columns }) => columns)),
    sequences: foldSequences(renumbered.flatMap(({ sequences }) => sequences)),
  };
}

/** Those that came, and those that name a template of some that came. */
function usedMessages({ messages, transitions, columns, sequences }: BaselineModel): KnownMessage[] {
  const named = new Set<number>();
  for (const [from, to] of transitions) named.add(from).add(to);
  for (const { message } of columns) named.add(message);
  for (const { events } of sequences) for (const event of events) named.add(event);
  return messages.filter(({ levels }, place) => named.has(place) || levels.some((count) => count > 0));
}

function isPlace(place: number | undefined): place is number {
  return place !== undefined;
}

function foldMessages(all: readonly KnownMessage[]) {
  const byText = new Map<string, KnownMessage>();
  for (const message of all) {
    const known = byText.get(message.text);
    byText.set(message.text, known === undefined ? message : foldedMessage(known, message));
  }
  const messages = mostTelling([...byText.values()]).sort((a, b) => ascending(a.text, b.text));
  return { messages, placeOf: new Map(messages.map(({ text }, place) => [text, place])) };
}

function foldedMessage(one: KnownMessage, other: KnownMessage): KnownMessage {
  return {
    text: one.text,
    levels: one.levels.map((count, level) => count + other.levels[level]),
    episodes: one.episodes + other.episodes,
    measured: one.measured + other.measured,
    logBytes: one.logBytes + other.logBytes,
    peak: Math.max(one.peak, other.peak),
    strangest: stranger(one.strangest, other.strangest),
  };
}

function stranger(one: StrangeRow | null, other: StrangeRow | null): StrangeRow | null {
  if (one === null || other === null) return one ?? other;
  if (one.score !== other.score) return one.score > other.score ? one : other;
  return ascendingLists(one.codes, other.codes) <= 0 ? one : other;
}

/** Where there are too many the commonest half, and of the others some by chance: so often new ones are to be expected. */
function mostTelling(messages: KnownMessage[]): KnownMessage[] {
  if (messages.length <= mostMessages) return messages;
  const counted = messages.map((message) => ({
    message,
    count: message.levels.reduce((sum, count) => sum + count, 0),
    chance: textHash(message.text).hi,
  }));
  counted.sort((a, b) => b.count - a.count || ascending(a.message.text, b.message.text));
  const others = counted.splice(mostMessages / 2);
  others.sort((a, b) => a.chance - b.chance || ascending(a.message.text, b.message.text));
  return [...counted, ...others.slice(0, mostMessages / 2)].map(({ message }) => message);
}

function foldTransitions(all: BaselineModel['transitions']): BaselineModel['transitions'] {
  const counts = addedCounts(all.map(([from, to, count]) => [from * mostMessages + to, count] as const));
  const kept = commonest(counts, mostTransitions, ([, count]) => count);
  return kept.map(([pair, count]) => [Math.floor(pair / mostMessages), pair % mostMessages, count]);
}

function foldSample(all: readonly SampleRow[]): SampleRow[] {
  const sorted = all.toSorted((a, b) => a.key - b.key || ascendingLists(a.codes, b.codes));
  return sorted.filter((row, i) => i === 0 || sorted[i - 1].key !== row.key).slice(0, mostSample);
}

function foldColumns(all: readonly KnownColumn[]): KnownColumn[] {
  const byPlace = new Map<string, KnownColumn>();
  for (const column of all) {
    const key = placeKey(column.message, column);
    const known = byPlace.get(key);
    byPlace.set(key, known === undefined ? column : foldedColumn(known, column));
  }
  const sorted = [...byPlace].sort(([a, one], [b, other]) => one.message - other.message || ascending(a, b));
  return commonest(
    sorted.map(([, column]) => column),
    mostColumns,
    ({ count }) => count,
  );
}

/** Those with the greatest counts, in the order they came. */
function commonest<Item>(items: Item[], most: number, countOf: (item: Item) => number): Item[] {
  if (items.length <= most) return items;
  const ranked = [...items.keys()].sort((a, b) => countOf(items[b]) - countOf(items[a]) || a - b);
  return ranked
    .slice(0, most)
    .sort((a, b) => a - b)
    .map((at) => items[at]);
}

function renumberedSequence(
  sequence: KnownSequence,
  places: readonly (number | undefined)[],
): KnownSequence[] {
  const events = sequence.events.map((message) => places[message]);
  return events.every(isPlace) ? [{ ...sequence, events: events as number[] }] : [];
}

function foldSequences(all: readonly KnownSequence[]): KnownSequence[] {
  const byWay = new Map<string, KnownSequence>();
  for (const sequence of all) {
    const key = sequence.events.join(' ');
    const known = byWay.get(key);
    byWay.set(key, { ...sequence, count: sequence.count + (known?.count ?? 0) });
  }
  return withinBudget([...byWay.values()]).sort((a, b) => ascendingLists(a.events, b.events));
}

/** Where there are too many the commonest. */
function withinBudget(sequences: KnownSequence[]): KnownSequence[] {
  let events = sequences.reduce((sum, sequence) => sum + sequence.events.length, 0);
  if (events <= mostEvents) return sequences;
  const ranked = sequences.toSorted((a, b) => a.count - b.count || ascendingLists(b.events, a.events));
  let dropped = 0;
  while (events > mostEvents) events -= ranked[dropped++].events.length;
  return ranked.slice(dropped);
}
