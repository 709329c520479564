import { negations } from '../failure-words';
import { isNegated, type MessageWords } from '../message-words';

/** Behind a keyword: what is spoken of is a part of the program that deals with it ("deadlock detector"). */
const devices = new Set([
  'detection',
  'detector',
  'protection',
  'monitor',
  'monitoring',
  'reporter',
  'reporting',
  'handler',
  'handling',
  'definitions',
  'scanner',
  'interval',
  'policy',
  'threshold',
  'configured',
  'set',
]);
/** Behind a keyword, one word between at most: a switch ("slow query log enabled"). */
const switches = new Set(['enabled', 'disabled']);
const switchReach = 2;
/** Before a keyword: it has not happened ("if the connection timed out", "to prevent a deadlock"). */
const conditions = new Set([
  'if',
  'unless',
  'whether',
  'against',
  'prevent',
  'prevents',
  'avoid',
  'avoids',
  'simulate',
  'simulating',
  'simulated',
]);
const conditionReach = 3;
const searches = new Set(['scanning', 'scan', 'checking', 'looking', 'searching', 'watching']);
/** A longer phrase is no noun that could be counted: "<ip> too many requests". */
const longestCounted = 2;

/** What counts or measures; a placeholder for an address or a name does not. */
const measures = /^(?:\d+|<(?:number|duration|size)>)$/;
const endsValue = /^\s*(?:$|[,;)\]}|])/;
const emptyValues = new Set(['false', 'none', 'null', 'nil', 'off']);

/** Whether the words `[at, end)` are negated, counted, set or spoken of as something that may happen. */
export function isNoEvent(message: MessageWords, at: number, end: number): boolean {
  const { words } = message;
  if (isNegated(words, at) || isCondition(words, at) || isDevice(words, end)) return true;
  return isCounted(message, at, end) || isSet(message, end);
}

/** Between the parts of a keyword: "certificate has not expired". */
export function holdsNegation(words: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (negations.has(words[i])) return true;
  return false;
}

function isCondition(words: readonly string[], at: number): boolean {
  if (words[at - 1] === 'for' && searches.has(words[at - 2])) return true;
  return words.slice(Math.max(0, at - conditionReach), at).some((word) => conditions.has(word));
}

function isDevice(words: readonly string[], end: number): boolean {
  return devices.has(words[end]) || words.slice(end, end + switchReach).some((word) => switches.has(word));
}

/** "<number> deadlocks": a summary, no event. */
function isCounted(message: MessageWords, at: number, end: number): boolean {
  const { words } = message;
  if (end - at > longestCounted || !words[end - 1].endsWith('s')) return false;
  return isMeasure(message, at - 1) && words[at - 2] !== '=';
}

/**
 * "read timeout: <duration>", "retries exhausted=0". Behind a colon the number must be all there is: an address, or a number with a
 * word ("queue full: <number> wait"), tells more of an event.
 */
function isSet(message: MessageWords, end: number): boolean {
  const { words, places, text } = message;
  if (words[end] !== '=') return false;
  if (isEmptyValue(words, end + 1)) return true;
  if (!isMeasure(message, end + 1)) return false;
  return text[places[end].start] === '=' || endsValue.test(text.slice(places[end + 1].end));
}

/** "pool exhausted: no connection is free" goes on with a sentence. */
function isEmptyValue(words: readonly string[], at: number): boolean {
  if (words[at] === 'no') return at + 1 === words.length || words[at + 2] === '=';
  return emptyValues.has(words[at]);
}

function isMeasure({ text, places }: MessageWords, at: number): boolean {
  const place = places[at];
  return place !== undefined && measures.test(text.slice(place.start, place.end));
}
