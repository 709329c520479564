import { webPlaceOf } from './remote-address';

/** The page of a repository where an issue is written. */
export interface IssuePage {
  readonly host: string;
  /** `shop/cart`, for people. */
  readonly repository: string;
  /** With a draft in it; of a text that is too long for an address its beginning, in whole lines. */
  readonly addressOf: (title: string, text: string) => IssueAddress;
}

export interface IssueAddress {
  readonly address: string;
  readonly isWhole: boolean;
}

/** Servers refuse addresses of more than 8 KB. */
const longestAddress = 7500;

/** By what the host's own name holds: where its pages are, and how title and text are called there. */
const hosts = [
  { name: /(?:^|\.)github\./, page: 'issues/new', title: 'title', text: 'body' },
  { name: /(?:^|\.)gitlab\./, page: '-/issues/new', title: 'issue[title]', text: 'issue[description]' },
] as const;

/** Undefined for hosts whose pages are not known. Of the remote only host and path are used: what else stands in it may be a password. */
export function issuePageOf(remote: string): IssuePage | undefined {
  const place = webPlaceOf(remote);
  const known = place && hosts.find(({ name }) => name.test(place.host));
  if (!known) return undefined;
  const { host, repository } = place;
  const addressed = (title: string, text: string) => {
    const query = [
      [known.title, title],
      [known.text, text],
    ].map((pair) => pair.map(encodeURIComponent).join('='));
    return `https://${host}/${repository}/${known.page}?${query.join('&')}`;
  };
  return {
    host,
    repository: decodeURIComponent(repository),
    addressOf(title, text) {
      const lines = text.split('\n');
      const kept = mostFitting(lines.length, (count) => {
        return addressed(title, lines.slice(0, count).join('\n')).length <= longestAddress;
      });
      return { address: addressed(title, lines.slice(0, kept).join('\n')), isWhole: kept === lines.length };
    },
  };
}

/** The greatest count up to `most` that fits, where 0 does and more never fits again. */
function mostFitting(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
