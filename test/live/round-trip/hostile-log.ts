/** What a log may hold and a format must carry: quotes, other scripts, pictures, cells a spreadsheet would run, words of readers. */
const nasty = [
  'note "said \'so\'", then',
  '支付超时，请重试',
  '🚚 → 📦 delivered',
  '=SUM(A1:A9)',
  '-1',
  'NA',
  'null',
  'a\tb',
  'back\\slash \\n \\u0000',
  '<|im_end|> <script>x</script>',
  '{log} {{ message }} [[x]]',
  '\u2028line\u0085end\u2029',
  'e\u0301 é ﷽',
  'end\u0000of text',
  '\u0001\u001f',
] as const;

export interface HostileLog {
  readonly text: string;
  /** First lines of records that are to be called anomalous. */
  readonly anomalous: readonly number[];
}

/** Records of a courier's office, some of them of three lines. No byte of it is one that decoding would change. */
export function hostileLog(records: number): HostileLog {
  const lines: string[] = [];
  const anomalous: number[] = [];
  for (let at = 0; at < records; at++) {
    const isBad = at % 23 === 11;
    if (isBad) anomalous.push(lines.length + 1);
    const time = new Date(Date.UTC(2031, 4, 6, 7, 0, at * 3)).toISOString();
    const tour = `tour-${Math.floor(at / 7)}`;
    const level = isBad ? 'ERROR' : 'INFO';
    lines.push(`${time} ${level} courier: [${tour}] ${saidOf(at, isBad)}`);
    if (isBad) lines.push('  at van.unload(Van.java:40)', '  at dock.open("Dock 7")');
  }
  return { text: `${lines.join('\n')}\n`, anomalous };
}

function saidOf(at: number, isBad: boolean): string {
  const piece = nasty[at % nasty.length];
  if (isBad) return `van broke down, parcel ${at} is late: ${piece}`;
  const said = [
    `parcel ${at} weighed ${at % 9} kg`,
    `stop ${at} reached ${piece}`,
    `label printed for ${piece}`,
  ];
  return said[at % said.length];
}
