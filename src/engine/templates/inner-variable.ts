/**
 * Names within text that is written without blanks (Chinese, Japanese, Thai): 用户张三登录失败 is one token, and only
 * messages that are equal otherwise show where the name begins and ends. No dictionary is needed for that.
 */
export interface InnerVariable {
  readonly before: string;
  readonly after: string;
}

/** From Thai on: what takes three bytes of UTF-8 and is mostly written without blanks, or with endings attached. */
const firstWide = 0xe00;
/** Chars of a name at most. */
const longestName = 6;
/** Distinct names that make a variable: fewer behind a word that says a name follows. */
const enough = { named: 3, others: 6 } as const;
const naming =
  /(?:用户|客户|会员|管理员|主机|服务器|服务|文件|进程|模块|订单|商品|ユーザー|サーバー|사용자|서버|ผู้ใช้)$/;

/** What the tokens share, where what is between is enough to call it a variable; for `tokens[0]` and those like it. */
export function innerVariable(tokens: readonly string[]): InnerVariable | undefined {
  const [token] = tokens;
  if (!isWide(token.charCodeAt(0)) || !isWide(token.charCodeAt(token.length - 1))) return undefined;
  let best: InnerVariable | undefined;
  for (const other of tokens) {
    const shared = sharedAround(token, other);
    if (best !== undefined && lengthOf(shared) <= lengthOf(best)) continue;
    const alike = tokens.filter((one) => isAround(shared, one) && nameIn(shared, one).length <= longestName);
    const least = naming.test(shared.before) ? enough.named : enough.others;
    if (alike.length >= least && alike.every((one) => nameIn(shared, one).length <= lengthOf(shared)))
      best = shared;
  }
  return best;
}

export function innerToken({ before, after }: InnerVariable): string {
  return `${before}<word>${after}`;
}

/** Whether the token begins and ends so, with something between. */
export function isAround({ before, after }: InnerVariable, token: string): boolean {
  return token.length > before.length + after.length && token.startsWith(before) && token.endsWith(after);
}

/** Text in such a script around the placeholder of a widened token: it says more than punctuation does. */
export function wideAffixes(text: string): InnerVariable | undefined {
  if (!isWide(text.charCodeAt(0)) && !isWide(text.charCodeAt(text.length - 1))) return undefined;
  const from = text.indexOf('<word>');
  return from < 0 ? undefined : { before: text.slice(0, from), after: text.slice(from + '<word>'.length) };
}

function sharedAround(a: string, b: string): InnerVariable {
  const most = Math.min(a.length, b.length) - 1;
  let before = 0;
  while (before < most && a[before] === b[before]) before++;
  let after = 0;
  while (after < most - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++;
  return { before: a.slice(0, before), after: after === 0 ? '' : a.slice(-after) };
}

function nameIn({ before, after }: InnerVariable, token: string): string {
  return token.slice(before.length, token.length - after.length);
}

function lengthOf({ before, after }: InnerVariable): number {
  return before.length + after.length;
}

function isWide(unit: number): boolean {
  return unit >= firstWide;
}
