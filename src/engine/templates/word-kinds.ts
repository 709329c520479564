import { holdsVariable } from './tokens';

/**
 * How a token may differ between two messages of one template.
 *
 * - `variable`: it holds a placeholder.
 * - `identifier`: constant so far, but of a kind that names things (`com.shop.Cart`, `a/b`, `node7`).
 * - `word`: a word of a language; only many of them at one position make a variable.
 * - `decisive`: says what happened; messages that differ in it are different events.
 */
export type WordKind = 'variable' | 'identifier' | 'word' | 'decisive';

/** Outcomes and states with their opposites, switches, levels and HTTP methods. */
const decisiveWords = new Set(
  `accept accepted refuse refused reject rejected deny denied allow allowed permit permitted grant granted
  open opened opening close closed closing start started starting stop stopped stopping begin began end ended
  succeed succeeded success successful successfully fail failed failing failure unsuccessful
  connect connected connecting disconnect disconnected up down online offline alive dead active inactive
  enable enabled enabling disable disabled disabling acquire acquired acquiring release released releasing
  create created creating delete deleted deleting add added adding remove removed removing
  load loaded loading unload unloaded unloading mount mounted unmount unmounted lock locked unlock unlocked
  send sent sending receive received receiving read reading write writing wrote
  increase increased decrease decreased enter entered entering leave left leaving exit exited exiting
  suspend suspended resume resumed pause paused kill killed abort aborted cancel cancelled canceled
  complete completed incomplete finish finished pass passed timeout expired retry retrying
  valid invalid found missing known unknown healthy unhealthy ready unavailable available normal abnormal
  true false yes no on off not error errors warn warning warnings info debug trace fatal critical severe
  notice emerg alert panic exception get post put patch head options login logout in out before after
  成功 失败 打开 关闭 开始 结束 启动 停止 连接 断开 接受 拒绝 允许 禁止 正常 异常 错误 警告 上线 下线 在线 离线`.split(
    /\s+/,
  ),
);

/** Most words are: they need none of the patterns below. */
const plain = /^[a-z]+$/;
const punctuation = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const dotted = /[\p{L}\p{N}_$-]\.[\p{L}\p{N}_$]/u;
const names = /[\p{L}\p{N}](?:[/\\@]|::)[\p{L}\p{N}]|\p{N}/u;

export function wordKind(text: string): WordKind {
  if (plain.test(text)) return decisiveWords.has(text) ? 'decisive' : 'word';
  if (holdsVariable(text)) return 'variable';
  const core = text.replace(punctuation, '');
  if (decisiveWords.has(core.toLowerCase())) return 'decisive';
  if (text.endsWith('=') || text.endsWith(':') || text.endsWith('()')) return 'word';
  return dotted.test(core) || names.test(core) ? 'identifier' : 'word';
}

export function holdsLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}
