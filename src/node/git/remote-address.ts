/** Lines of a file, 1-based, both part of it. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Of git's configuration the address of `origin`, else of the first remote. */
export function remoteOf(config: string): string | undefined {
  const remotes = new Map<string, string>();
  let remote: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[\s*(\w+)(?:\s+"([^"]*)")?\s*\]/.exec(line);
    if (section) remote = section[1].toLowerCase() === 'remote' ? section[2] : undefined;
    const url = /^\s*url\s*=\s*(\S+)\s*$/i.exec(line)?.[1];
    if (url !== undefined && remote !== undefined && !remotes.has(remote)) remotes.set(remote, url);
  }
  return remotes.get('origin') ?? [...remotes.values()][0];
}

type Address = (commit: string, path: string, lines: LineRange) => string;

/** How hosts name lines of a file at a commit, by what their own name holds. */
const hosts: readonly (readonly [RegExp, Address])[] = [
  [/(?:^|\.)github\./, (commit, path, lines) => `blob/${commit}/${path}#L${between(lines, '-L')}`],
  [/(?:^|\.)gitlab\./, (commit, path, lines) => `-/blob/${commit}/${path}#L${between(lines, '-')}`],
  [/^bitbucket\.org$/, (commit, path, lines) => `src/${commit}/${path}#lines-${between(lines, ':')}`],
  [
    /^codeberg\.org$|(?:^|\.)gitea\./,
    (commit, path, lines) => `src/commit/${commit}/${path}#L${between(lines, '-L')}`,
  ],
];

/**
 * The web address of lines of a file at a commit; undefined for hosts whose addresses are not known. Of the remote only host and path are
 * used: what else stands in it may be a password.
 */
export function webAddress(
  remote: string,
  commit: string,
  path: string,
  lines: LineRange,
): string | undefined {
  const place = webPlaceOf(remote);
  const address = place && hosts.find(([name]) => name.test(place.host))?.[1];
  return address && `https://${place.host}/${place.repository}/${address(commit, encoded(path), lines)}`;
}

export interface WebPlace {
  /** In lower case. */
  readonly host: string;
  /** Percent-encoded, with slashes between its parts. */
  readonly repository: string;
}

/** Where a remote's pages are if its host has any; undefined of a path on this machine. */
export function webPlaceOf(remote: string): WebPlace | undefined {
  const place =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/i.exec(remote) ??
    /^(?:[\w.-]+@)?([\w.-]+\.[\w.-]+):(?!\/\/)(.+?)(?:\.git)?\/?$/.exec(remote);
  return place ? { host: place[1].toLowerCase(), repository: encoded(place[2]) } : undefined;
}

function encoded(text: string): string {
  return text.split('/').map(encodeURIComponent).join('/');
}

function between({ first, last }: LineRange, sign: string): string {
  return first === last ? `${first}` : `${first}${sign}${last}`;
}
