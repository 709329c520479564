import type { LogFilter, SearchPattern } from '../../../engine/filter/filter';
import { quoted } from '../../../engine/logql/scan-text';
import { enabledTests, levelsFrom, type TestOf, unsayable, type WrittenQuery } from './filter-words';
import { templateLiterals } from './template-literals';

const special = /[\\^$.*+?()[\]{}|]/g;
/** What a label may be called in LogQL; other characters of a field's name become `_`, as Loki's own parsers do it. */
const notInName = /[^A-Za-z0-9_]/g;

/** The query with what the filter asks for behind it. Time ranges are no part of LogQL. */
export function logqlOfFilter(query: string, filter: LogFilter): WrittenQuery {
  const stages = [
    ...anyLine(enabledTests(filter, 'search', 'include').map(({ pattern }) => searchRegex(pattern))),
    ...anyLine(enabledTests(filter, 'template', 'include').map(templateRegex)),
    ...enabledTests(filter, 'search', 'exclude').map(({ pattern }) => `!~ ${quoted(searchRegex(pattern))}`),
    ...enabledTests(filter, 'template', 'exclude').map((test) => `!~ ${quoted(templateRegex(test))}`),
    ...anyLabel(enabledTests(filter, 'level', 'include').map((test) => levelStage(test, '=~'))),
    ...enabledTests(filter, 'level', 'exclude').map((test) => `| ${levelStage(test, '!~')}`),
    ...anyLabel(enabledTests(filter, 'field', 'include').map((test) => fieldStage(test, '='))),
    ...enabledTests(filter, 'field', 'exclude').map((test) => `| ${fieldStage(test, '!=')}`),
  ];
  return { text: [query.trim(), ...stages].join(' '), leftOut: unsayable(filter) };
}

/** Records of one template. */
function templateRegex({ pieces }: Pick<TestOf<'template'>, 'pieces'>): string {
  return templateLiterals(pieces).map(escaped).join('.*');
}

function searchRegex({ kind, text, caseSensitive, wholeWord }: SearchPattern): string {
  const core = kind === 'regex' ? `(?:${text})` : escaped(text);
  return `${caseSensitive ? '' : '(?i)'}${wholeWord ? `\\b${core}\\b` : core}`;
}

function anyLine(regexes: readonly string[]): readonly string[] {
  if (regexes.length === 0) return [];
  const all = regexes.length === 1 ? regexes[0] : regexes.map((regex) => `(?:${regex})`).join('|');
  return [`|~ ${quoted(all)}`];
}

function anyLabel(conditions: readonly string[]): readonly string[] {
  return conditions.length === 0 ? [] : [`| ${conditions.join(' or ')}`];
}

function levelStage({ atLeast }: TestOf<'level'>, operator: '=~' | '!~'): string {
  return `detected_level${operator}${quoted(levelsFrom(atLeast).join('|'))}`;
}

function fieldStage({ name, value }: TestOf<'field'>, operator: '=' | '!='): string {
  return `${name.replace(notInName, '_')}${operator}${quoted(value)}`;
}

function escaped(text: string): string {
  return text.replace(special, String.raw`\$&`);
}
