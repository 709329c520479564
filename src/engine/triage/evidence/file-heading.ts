/** Stands above the lines of a file, where a log has several: as no line is shown, which all begin with a number. */
export function fileHeading(name: string): string {
  return `file ${name}:`;
}
