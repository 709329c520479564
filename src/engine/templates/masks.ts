import type { ParameterType } from '../model/analysis';
import { shapePattern } from './shape-pattern';

/**
 * Kinds of variables, told from collapsed text (see `shapePattern`). The first match wins. Every pattern is
 * anchored and free of nested repetition of the same chars, so its cost is linear in the text.
 */
const masks: readonly (readonly [ParameterType, RegExp])[] = [
  ['url', /^[a-z][a-z+.-]{1,15}:\/\/./i],
  ['uuid', shapePattern('^%U$')],
  ['time', shapePattern('^(?:[%N%D]T)?%N:%N(?::%N)?(?:[.,]%N)?Z?$')],
  ['time', shapePattern('^%D:%N(?::%N)?(?:[.,]%N)?(?:Z|[+-]%N(?::%N)?)?$')],
  ['time', shapePattern('^%N/(?:%N|[A-Z][a-z]{2})/%N(?::%N){0,3}$')],
  ['time', shapePattern('^%D$')],
  ['ip', shapePattern(String.raw`^%N\.%N\.%N\.%N(?::%N)?(?:/%N)?$`)],
  ['hex', shapePattern('^(?:[%N%H]|[a-f]{2})(?::(?:[%N%H]|[a-f]{2})){5,}$', 'i')],
  ['duration', shapePattern(String.raw`^%N(?:\.%N)?(?:ns|us|\xc2\xb5s|ms|s|sec|min|m|h|hr|hrs)$`)],
  ['size', shapePattern(String.raw`^%N(?:\.%N)?(?:[KMGT]i?B?|[kmgt]i?[bB])$`)],
  ['number', shapePattern('^[+-]?%N(?:[.,/]%N)*$')],
  ['hex', shapePattern('^%H$')],
  ['email', /^[^@:/\\]+@[^@:/\\]+\.[a-z]{2,}$/i],
  ['path', /^(?:~|\.{1,2})?\/+[^/\\]/],
  ['path', /^[a-z]:\\./i],
  ['path', /^[^\\:]+\\[^\\]+\\/],
  ['path', shapePattern(String.raw`^[\w%A.-]+(?:/[\w%A.~-]+){2,}/?$`)],
];

/** `db.shop.example:5432`. */
const hostAndPort = shapePattern(String.raw`^[a-z\d%A-]+(?:\.[a-z\d%A-]+)*\.[a-z]{2,}:%N$`);
/** The same anywhere in a message. */
const hostAndPortWithin = shapePattern(
  String.raw`(?<=^|[ ([{<"'=,;/])[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}:%N(?=$|[ )\]}>"',;/])`,
  'i',
);
/** `mailhost:25`, which could be a key with its value as well. */
const shortHostAndPort = shapePattern('^[a-z][a-z-]*:%N$', 'i');
const numberedKey =
  /^(?:p?id|tid|[ug]id|port|size|len|length|count|code|rc|status|errno|line|row|col|time|seq|no|num|retry|attempt|version):/i;
const anyDigits = shapePattern('[%A]');
const structure = /[=,:;()[\]{}<>"'|`\x80-\xff]/;
const ipGroup = shapePattern('^(?:[%N%H]|[a-f]{1,4})?$', 'i');
const maxIpGroups = 9;
const ipBehindSlash = shapePattern(String.raw`^/(?=%N\.%N\.%N\.%N(?::%N)?$)`);
const opening = '([{<"\'`#@*$&+';
const closing = ')]}>"\'`.,;:!?%*+';

/** Type of the variable that all of `text` is, or undefined where it is constant. */
export function variableType(text: string): ParameterType | undefined {
  for (const [type, pattern] of masks) if (pattern.test(text)) return type;
  if (isIpV6(text)) return 'ip';
  return anyDigits.test(text) || hostAndPort.test(text) ? 'word' : undefined;
}

/** As `variableType`, but undefined where the text has parts that are better looked at one by one. */
export function wholeVariableType(text: string): ParameterType | undefined {
  const type = variableType(text);
  if (type === 'word' && structure.test(text) && !hostAndPort.test(text)) return undefined;
  return type === 'path' && text.includes(',') ? undefined : type;
}

/** Bounds of `text` without the punctuation around it; an empty range where it is nothing else. */
export function coreOf(text: string): readonly [from: number, to: number] {
  let from = 0;
  while (from < text.length && opens(text, from)) from++;
  let to = text.length;
  while (to > from && closing.includes(text[to - 1])) to--;
  if (ipBehindSlash.test(text.slice(from, to))) from++;
  return [from, to];
}

function opens(text: string, at: number): boolean {
  return opening.includes(text[at]) || (text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':');
}

export function isHostAndPort(text: string): boolean {
  return hostAndPort.test(text);
}

/** Whether the message, as collapsed text, speaks of a host and its port by a full name. */
export function namesHostAndPort(message: string): boolean {
  // Most messages hold no colon at all; looking for one takes a twentieth of trying the pattern at every word.
  return message.includes(':') && hostAndPortWithin.test(message);
}

/** Whether the word is a host and its port too, in a message that names another: hosts stand beside hosts. */
export function isShortHostAndPort(word: string): boolean {
  return shortHostAndPort.test(word) && !numberedKey.test(word);
}

/** Checked group by group: one pattern for every way to write it would not be linear. */
function isIpV6(text: string): boolean {
  if (!text.includes('::')) return false;
  const groups = text.split(':', maxIpGroups + 1);
  return groups.length <= maxIpGroups && groups.every((group) => ipGroup.test(group));
}
