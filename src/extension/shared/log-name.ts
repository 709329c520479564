/** The last part of a path or of a uri's path: what a person calls the log. */
export function logName({ path }: { readonly path: string }): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
