/** A share of another machine: looking whether it is there would ask that machine, and on Windows tell it who asks. */
export function isOnOtherMachine(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}

/** Whether asking for `path` reaches no machine that `known`, which somebody chose, is not on. */
export function isWithinReach(path: string, known: string): boolean {
  return !isOnOtherMachine(path) || (shareOf(path) ?? '') === shareOf(known);
}

/** `server/share` of a path on another machine. */
function shareOf(path: string): string | undefined {
  const [, server, share] = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/.exec(path) ?? [];
  return server === undefined ? undefined : `${server}/${share}`.toLowerCase();
}
