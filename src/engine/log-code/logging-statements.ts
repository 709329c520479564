import type { LevelName } from '../model/level';
import type { Language } from './languages';
import { isLoggerCall, joinsArguments, receiversOf } from './logger-calls';
import { messageOf } from './message-argument';
import { type TokenisedSource, tokenise } from './source-tokens';

/** A call that writes a line into a log. */
export interface LoggingStatement {
  /** Of the method's name, in UTF-16 units from the beginning of the source. */
  readonly start: number;
  /** Behind the call's closing bracket. */
  readonly end: number;
  /** What it says, with a `hole` for each value. */
  readonly message: string;
  /** As the method's name says; null where it says none. */
  readonly level: LevelName | null;
}

const levels: readonly (readonly [RegExp, LevelName])[] = [
  [/trace|verbose|finest|finer|silly/i, 'trace'],
  [/debug|fine/i, 'debug'],
  [/info|notice|success/i, 'info'],
  [/warn/i, 'warn'],
  [/fatal|crit|panic|emerg|alert/i, 'fatal'],
  [/err|exception|severe/i, 'error'],
];

/** What stands in any source that logs: most have none of it, and this is found thirty times as fast as tokens are. */
const mayLog = /log\w*\s*[.([?!]|console\s*[.?]|print|zap\s*\.|sugar|winston|pino|bunyan|LoggerMessage/i;

/** Calls of loggers whose message has words of its own, in the order of the source. Linear in its length. */
export function loggingStatements(source: string, language: Language): readonly LoggingStatement[] {
  if (!mayLog.test(source)) return [];
  const tokenised = tokenise(source, language);
  const statements: LoggingStatement[] = [];
  tokenised.tokens.forEach(({ kind }, index) => {
    if (kind !== 'name' || tokenised.tokens[index + 1]?.value !== '(') return;
    const statement = statementAt(tokenised, index);
    if (statement) statements.push(statement);
  });
  return statements;
}

function statementAt(source: TokenisedSource, index: number): LoggingStatement | undefined {
  if (!isLoggerCall(source, index)) return undefined;
  const method = source.tokens[index];
  const message = messageOf(source, index + 1, joinsArguments(method, receiversOf(source, index)[0]));
  if (message === '') return undefined;
  const close = source.partners[index + 1];
  const { end } = source.tokens[close < 0 ? index + 1 : close];
  const level = levels.find(([words]) => words.test(method.value))?.[1] ?? null;
  return { start: method.start, end, message, level };
}
