/** `app.log`, `server.out`, `app.log.1`, `app.log.2026-01-31`, `app-error.log-20260131`; not packed ones, which no editor shows. */
const logEnding = /\.(?:log|out)(?:[.-](?!gz$|bz2$|xz$|zst$|zip$)[\w-]+)*$/i;

/** What Debian, Red Hat and macOS call the logs they write without an ending, rotated or not. */
const logNames = /^(?:syslog|messages|dmesg|maillog|secure|boot|kern|daemon|auth)(?:[.-]\d+)?$/i;

/** `path` with forward slashes, as a uri holds it. */
export function isLogPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return logEnding.test(name) || logNames.test(name);
}

/** `app.log.gz`, `app.log.1.gz`, `app.log-20260131.zst`: what the big-log editor opens by itself. */
const packedEnding = /\.log(?:[.-][\w-]+)*\.(?:gz|zst)$/i;

export function isPackedLogPath(path: string): boolean {
  return packedEnding.test(path);
}
