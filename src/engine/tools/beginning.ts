/** As much of a text as `limit` UTF-16 code units hold, cut between code points; with a mark where it is longer. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? limit - 1 : limit)}…`;
}
