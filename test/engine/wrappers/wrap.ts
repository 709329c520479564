/** Ways to wrap a bare log as a collector would; `draw` gives numbers below its argument. */
export interface Wrapping {
  readonly name: string;
  wrap(lines: readonly string[], draw: (below: number) => number): string[];
}

const stamp = (index: number, digits: number): string =>
  `2026-06-12T09:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.${'123456789'.slice(0, digits)}Z`;

/** One piece or two, cut between two characters. */
function pieces(line: string, draw: (below: number) => number): string[] {
  const characters = [...line];
  if (draw(4) > 0 || characters.length < 2) return [line];
  const at = 1 + draw(characters.length - 1);
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
}

export const wrappings: readonly Wrapping[] = [
  {
    name: 'docker',
    wrap: (lines, draw) =>
      lines.flatMap((line, i) => {
        const parts = pieces(line, draw);
        return parts.map((part, k) =>
          JSON.stringify({
            log: k === parts.length - 1 ? `${part}\n` : part,
            stream: 'stdout',
            time: stamp(i, 9),
          }),
        );
      }),
  },
  {
    name: 'cri',
    wrap: (lines, draw) =>
      lines.flatMap((line, i) => {
        const parts = pieces(line, draw);
        return parts.map((part, k) => `${stamp(i, 9)} stdout ${k === parts.length - 1 ? 'F' : 'P'} ${part}`);
      }),
  },
  { name: 'docker-compose', wrap: (lines) => lines.map((line) => `ledger-1   | ${line}`) },
  {
    name: 'docker-compose with times',
    wrap: (lines) => lines.map((line, i) => `ledger-1   | ${stamp(i, 9)} ${line}`),
  },
  {
    // An entry holds all lines of its record.
    name: 'labelled-entry',
    wrap: (lines, draw) =>
      lines.map((line, i) =>
        /^[\d{]/.test(line) ? `${stamp(i, 9)} {service_name="ledger", trace="${draw(9)}"} ${line}` : line,
      ),
  },
  { name: 'runtime-time', wrap: (lines) => lines.map((line, i) => `${stamp(i, 9)} ${line}`) },
  { name: 'kubectl', wrap: (lines) => lines.map((line) => `[pod/ledger-7f9c-x2/books] ${line}`) },
  {
    name: 'github-actions',
    wrap: (lines) => [
      `${stamp(0, 7)} ##[group]Run the ledger`,
      ...lines.map((line, i) => `${stamp(i, 7)} ${line}`),
    ],
  },
  {
    name: 'gitlab-ci',
    wrap: (lines) => lines.map((line, i) => `${stamp(i, 6)} 00O ${line}`),
  },
];
