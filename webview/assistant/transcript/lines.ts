import { visibleText } from '../../shared/visible-text';

/** Text of several lines as it is shown: what would not be seen is a picture, line ends stay. */
export function lines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(visibleText)
    .join('\n');
}
