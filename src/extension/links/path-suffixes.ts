/** Shorter ones would be looked for in vain. */
const mostSegments = 60;

/**
 * The path and what is left of it without its first folders, longest first: a program that runs in `/app` or was built elsewhere
 * names its sources by folders the workspace does not have. `.` and `..` lead nowhere by then and are left out.
 */
export function pathSuffixes(path: string): readonly string[] {
  const segments = path
    .split(/[\\/]+/)
    .filter(
      (segment) => segment !== '' && segment !== '.' && segment !== '..' && !/^[A-Za-z]:$/.test(segment),
    )
    .slice(-mostSegments);
  return segments.map((_, index) => segments.slice(index).join('/'));
}

/** Of paths with forward slashes those that end in the longest suffix any of them ends in. */
export function endingAlike(paths: readonly string[], wanted: string): readonly string[] {
  for (const suffix of pathSuffixes(wanted)) {
    const found = paths.filter((path) => path === suffix || path.endsWith(`/${suffix}`));
    if (found.length > 0) return found;
  }
  return [];
}

export function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}
