const separator = /[\\/]/;

/**
 * What marks the lines of each log: the end of its path that is its own among them, at least the file's name. Logs of the same
 * path are numbered.
 */
export function sourceNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => shortestOwn(path, paths));
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((one) => one === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

function shortestOwn(path: string, paths: readonly string[]): string {
  const others = paths.filter((one) => one !== path).map((one) => one.split(separator));
  const parts = path.split(separator);
  for (let length = 1; length < parts.length; length++) {
    const end = parts.slice(-length).join('/');
    if (!others.some((other) => other.slice(-length).join('/') === end)) return end;
  }
  return path;
}
