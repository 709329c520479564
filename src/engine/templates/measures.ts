import type { ParameterType } from '../model/analysis';
import { bareText, type TokenRun } from './token-runs';
import type { Token } from './tokens';

const sizeUnit = /^(?:bytes?|[KMGT]i?B|[kmgt]i?[bB]|B|bits?|[kKMG]bit)$/;
const durationUnit =
  /^(?:ns|us|µs|ms|s|secs?|mins?|hrs?|(?:nano|micro|milli)?seconds?|minutes?|hours?|days?|秒|毫秒|分钟|小时|天)$/;
const endsInNumber = /<number>$/;

/** A number and the unit behind it; `8673 bytes (8.46 KB)` says one size twice and is one, too. */
export function measureAt(tokens: readonly Token[], at: number): TokenRun | undefined {
  const type = numberAndUnit(tokens, at);
  if (type === undefined) return undefined;
  return { length: restates(tokens, at + 2, type) ? 4 : 2, type };
}

function numberAndUnit(tokens: readonly Token[], at: number): ParameterType | undefined {
  if (at + 1 >= tokens.length || tokens[at].variables.length !== 1) return undefined;
  const { text } = tokens[at];
  if (text !== '<number>' && (!endsInNumber.test(text) || bareText(text) !== '<number>')) return undefined;
  const unit = bareText(tokens[at + 1].text);
  if (sizeUnit.test(unit)) return 'size';
  return durationUnit.test(unit) ? 'duration' : undefined;
}

function restates(tokens: readonly Token[], at: number, type: ParameterType): boolean {
  if (at + 1 >= tokens.length || !tokens[at].text.startsWith('(') || /[^a-z]$/.test(tokens[at - 1].text))
    return false;
  return numberAndUnit(tokens, at) === type && tokens[at + 1].text.includes(')');
}
