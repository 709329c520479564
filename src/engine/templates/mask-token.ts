import type { ParameterType } from '../model/analysis';
import { coreOf, isHostAndPort, variableType, wholeVariableType } from './masks';
import { shapePattern } from './shape-pattern';
import { isParameterType } from './tokens';
import { plainUtf8 } from './utf8';

/** A variable within a token's collapsed text; offsets are chars of it. */
export interface MaskedSpan {
  readonly type: ParameterType;
  readonly from: number;
  readonly to: number;
}

const numberedWord = shapePattern(String.raw`^([A-Za-z][A-Za-z_$#@:.*/-]*)%N(?:\.%N)*$`);
/** A stretch without structure; two-byte chars (accented Latin, Greek, Cyrillic) belong to words. */
const atom = /(?:[^()[\]{}<>,;|"'`=!?\x80-\xff]|[\xc2-\xdf][\x80-\xbf])+/g;

/** The variables of a token, in order. */
export function maskSpans(text: string): MaskedSpan[] {
  const [from, to] = coreOf(text);
  const whole = wholeVariableType(text.slice(from, to));
  if (whole !== undefined && whole !== 'word') return [{ type: whole, from, to }];
  const spans: MaskedSpan[] = [];
  if (whole === 'word') maskAtom(text.slice(from, to), from, spans);
  else
    for (const match of text.matchAll(atom))
      if (!maskLookalike(text, match, spans)) maskAtom(match[0], match.index, spans);
  return mergeLists(text, spans);
}

/** The token as Drain sees it: `<type>` for each span, the rest decoded from UTF-8. */
export function maskedText(text: string, spans: readonly MaskedSpan[]): string {
  let masked = '';
  let at = 0;
  for (const span of spans) {
    masked += `${plainUtf8(text.slice(at, span.from))}<${span.type}>`;
    at = span.to;
  }
  return masked + plainUtf8(text.slice(at));
}

/** A log may say `<number>` itself: it becomes the variable it looks like, lest a pattern have more of them than a message. */
function maskLookalike(text: string, match: RegExpExecArray, spans: MaskedSpan[]): boolean {
  const name = match[0];
  const from = match.index - 1;
  const to = match.index + name.length + 1;
  if (text[from] !== '<' || text[to - 1] !== '>' || !isParameterType(name)) return false;
  spans.push({ type: name, from, to });
  return true;
}

function maskAtom(text: string, offset: number, spans: MaskedSpan[]): void {
  const [from, to] = coreOf(text);
  if (from === to) return;
  const core = text.slice(from, to);
  const type = variableType(core);
  if (type === undefined) return;
  const trailing = type === 'word' && !isHostAndPort(core) ? trailingNumber(core) : 0;
  spans.push({ type: trailing > 0 ? 'number' : type, from: offset + from + trailing, to: offset + to });
}

/** `task_17`, `Worker#3`: where the number after a plain word begins, or 0. */
function trailingNumber(core: string): number {
  return numberedWord.exec(core)?.[1].length ?? 0;
}

/** `1,2,3` is one variable however long. */
function mergeLists(text: string, spans: readonly MaskedSpan[]): MaskedSpan[] {
  const merged: MaskedSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const continues = last?.type === span.type && text.slice(last.to, span.from) === ',';
    if (last !== undefined && continues) merged[merged.length - 1] = { ...last, to: span.to };
    else merged.push(span);
  }
  return merged;
}
