import type { SecretForm } from './secret';

/** The documented beginnings of the issuers' tokens; what follows is long, so that no ordinary word is one. */
const prefixed: readonly (readonly [needle: string, pattern: string])[] = [
  ['gh', 'gh[pousr]_[A-Za-z0-9]{30,255}'],
  ['github_pat_', 'github_pat_\\w{22,255}'],
  ['gl', 'gl(?:pat|ptt|dt|rt|cbt|soat|oas|ft|imt|agent|ffct)-[\\w-]{20,255}'],
  ['xox', 'xox[abceoprs]-[\\w-]{10,255}'],
  ['xapp-', 'xapp-[\\w-]{10,255}'],
  ['aiza', 'AIza[\\w-]{35}'],
  ['ya29.', 'ya29\\.[\\w-]{20,2000}'],
  ['gocspx-', 'GOCSPX-[\\w-]{20,60}'],
  ['_live_', '(?:sk|rk|pk)_live_[A-Za-z0-9]{10,255}'],
  ['_test_', '(?:sk|rk|pk)_test_[A-Za-z0-9]{10,255}'],
  ['whsec_', 'whsec_[A-Za-z0-9+/=]{16,255}'],
  ['npm_', 'npm_[A-Za-z0-9]{30,64}'],
  ['pypi-', 'pypi-[\\w-]{50,2000}'],
  ['sk-', 'sk-[A-Za-z0-9_-]{20,255}'],
  ['hf_', 'hf_[A-Za-z0-9]{30,64}'],
  ['sg.', 'SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}'],
  ['sk', 'SK[0-9a-f]{32}'],
  ['dop_v1_', 'do[opr]_v1_[0-9a-f]{64}'],
  ['shp', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['atatt3', 'ATATT3[\\w=-]{50,500}'],
  ['dckr_pat_', 'dckr_pat_[\\w-]{20,64}'],
  ['hv', 'hv[sbr]\\.[\\w-]{20,500}'],
  ['dapi', 'dapi[0-9a-f]{32}(?:-\\d)?'],
  ['lin_api_', 'lin_api_[A-Za-z0-9]{30,64}'],
  ['ntn_', 'ntn_[A-Za-z0-9]{30,64}'],
  ['key-', 'key-[0-9a-f]{32}'],
  ['eyj', 'eyJ[\\w-]{8,4000}\\.[\\w-]{8,8000}\\.[\\w-]{0,2000}'],
];

export const tokenForms: readonly SecretForm[] = [
  {
    kind: 'KEY',
    // To its end line, or as far as lines of base64 go.
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\:,.-]{0,20000}?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?![A-Za-z0-9+/=\s\\:,.-])|$)/g,
    needles: ['private key'],
  },
  {
    kind: 'KEY',
    pattern:
      /(?<![A-Za-z0-9])(?:AKIA|ASIA|AIDA|AROA|AGPA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    needles: ['akia', 'asia', 'aida', 'aroa', 'agpa', 'aipa', 'anpa', 'anva', 'abia', 'acca'],
  },
  ...prefixed.map(
    ([needle, pattern]): SecretForm => ({
      kind: 'TOKEN',
      pattern: new RegExp(`(?<![A-Za-z0-9_])${pattern}(?![A-Za-z0-9_])`, 'g'),
      needles: [needle],
    }),
  ),
  // A web hook of a chat: its path is the secret.
  {
    kind: 'TOKEN',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[\w/]{20,200})/g,
    needles: ['hooks.slack.com'],
  },
  { kind: 'TOKEN', pattern: /(?<![\w:])(?:bot)?(?<secret>\d{8,10}:[\w-]{35})(?![\w-])/g, needles: [':'] },
];
