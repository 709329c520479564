import { facts } from './line-facts';
import { type PatternForm, patternForm } from './pattern-form';
import type { SecretForm } from './secret';

/** The documented beginnings of the issuers' tokens; what follows is long, so that no ordinary word is one. */
const issued: readonly string[] = [
  // GitHub: classic, OAuth, apps (some carry a JWT since 2026), fine-grained.
  'gh[pousr]_[A-Za-z0-9]{20,255}(?:[._-][A-Za-z0-9]{4,500}){0,8}',
  'github_pat_\\w{22,255}',
  // GitLab; tokens that name their cell have parts behind points.
  'gl(?:pat|ptt|dt|rtr?|cbt|soat|oas|ft|imt|agent|ffct|wt)-[\\w-]{16,300}(?:\\.[\\w-]{2,40}){0,3}',
  'GR1348941[\\w-]{20,60}',
  // Slack.
  'xox[abceoprs](?:\\.xox[bp])?-[\\w-]{10,500}',
  'x(?:app|wfp)-[\\w-]{10,500}',
  // Stripe.
  '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9_]{10,255}',
  '(?:sk|rk)_org_[A-Za-z0-9_]{10,255}',
  'whsec_[A-Za-z0-9+/=]{16,255}',
  // Google: API keys, OAuth's access and refresh tokens, client secrets.
  'AIza[\\w-]{35}',
  'ya29\\.[\\w.-]{20,2000}',
  '1//0[\\w-]{25,255}',
  'GOCSPX-[\\w-]{20,60}',
  // Registries of packages.
  'npm_[A-Za-z0-9]{30,255}',
  'pypi-[\\w-]{50,2000}',
  'rubygems_[0-9a-f]{48}',
  'cio[A-Za-z0-9]{32}',
  'dckr_(?:pat|oat)_[\\w-]{20,255}',
  // Models.
  'sk-[A-Za-z0-9_-]{18,300}',
  '(?:hf|gsk|nvapi|r8|pplx|xai|tgp_v1)[_-][A-Za-z0-9_-]{30,255}',
  // SendGrid, Mailgun.
  'SG\\.[\\w-]{16,64}\\.[\\w-]{16,128}',
  'key-[0-9a-f]{32}',
  // Clouds, trackers and other servers.
  'LTAI[A-Za-z0-9]{12,24}',
  'AKID[A-Za-z0-9]{32}',
  'do[opr]_v1_[0-9a-f]{64}',
  'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
  'A(?:TATT|TCTT)3[\\w=-]{50,500}',
  'ATBB[A-Za-z0-9]{24,60}',
  'hv[sbr]\\.[\\w-]{20,500}',
  'dapi[0-9a-f]{32}(?:-\\d)?',
  'lin_api_[A-Za-z0-9]{30,64}',
  '(?:ntn|secret)_[A-Za-z0-9]{30,64}',
  'gl(?:sa|c)_[\\w+/=]{30,255}',
  'NRAK-[A-Z0-9]{27}',
  'PMAK-[0-9a-f-]{50,70}',
  'pul-[0-9a-f]{40}',
  'sntry[su]_[\\w+/=-]{30,255}',
  'pscale_(?:tkn|pw|oauth)_[\\w.-]{30,64}',
  'sbp_[0-9a-f]{40}',
  'HRKU-[\\w-]{30,70}',
  'sq0(?:atp|csp)-[\\w-]{22,43}',
  'EAA[A-Za-z0-9]{60,255}',
  'AGE-SECRET-KEY-1[A-Z0-9]{58}',
];

/** What each of them holds, in lower case. */
const beginnings =
  'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- glptt- gldt- glrt glcbt- glsoat- gloas- glft- glimt- glagent- glffct- glwt- gr1348941 xox xapp- xwfp- k_live_ k_test_ k_org_ whsec_ aiza ya29. 1//0 gocspx- npm_ pypi- rubygems_ cio dckr_ sk- hf_ hf- gsk_ gsk- nvapi r8_ r8- pplx xai_ xai- tgp_v1 sg. key- ltai akid _v1_ shp atatt3 atctt3 atbb hvs. hvb. hvr. dapi lin_api_ ntn_ secret_ glsa_ glc_ nrak- pmak- pul- sntry pscale_ sbp_ hrku- sq0 eaa age-secret-key-1'.split(
    ' ',
  );

/** Tokens that are known by their shape. */
const shaped: readonly PatternForm[] = [
  // Twilio: the ids of accounts and of API keys.
  {
    kind: 'TOKEN',
    pattern: /(?<![A-Za-z0-9])(?:SK|AC)[0-9a-f]{32}(?![A-Za-z0-9])/g,
    facts: facts.longWord,
    needs: facts.longToken,
  },
  // Mailchimp.
  { kind: 'TOKEN', pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?![\w-])/g, needles: ['-us'] },
  // Telegram: the number of a bot, a colon, 35 characters.
  {
    kind: 'TOKEN',
    pattern: /(?<![A-Za-z0-9])(?:bot)?\d{8,10}:[\w-]{35}(?![\w-])/g,
    facts: facts.longWord,
    needs: facts.longToken,
  },
  // Discord.
  {
    kind: 'TOKEN',
    pattern: /(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,60}(?![\w-])/g,
    facts: facts.longWord,
    needs: facts.tokenPart,
  },
  // Microsoft: client secrets, Azure's keys that can be searched for, Azure DevOps.
  { kind: 'TOKEN', pattern: /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])/g, needles: ['q~'] },
  {
    kind: 'TOKEN',
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{32,80}JQQJ99[A-Za-z0-9]{16,60}/g,
    needles: ['jqqj99'],
  },
  {
    kind: 'KEY',
    pattern:
      /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{30,80}(?:\+ASt|AzCa|AzSe|\+AEh|\+ARm|\+ABa|\+ACR|AzFu|ACDb)[A-Za-z0-9+/]{4,12}={0,2}(?![A-Za-z0-9+/=])/g,
    facts: facts.longBase64,
  },
  // HashiCorp's Terraform.
  {
    kind: 'TOKEN',
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,80}/g,
    needles: ['.atlasv1.'],
  },
];

/** Where a word begins, in the query of a URL too; behind a hyphen or underscore one may. */
const begins = '(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}))';

/** `sk-` begins names in prose and style sheets, too: keys have digits, and capitals or great length. */
function isIssued(token: string): boolean {
  if (!token.startsWith('sk-')) return true;
  return /\d/.test(token) && (/[A-Z]/.test(token) || /[a-z0-9]{30}/.test(token));
}

const forms: readonly PatternForm[] = [
  ...shaped,
  // JOSE: header and claims are JSON in base64url; five parts where it is encrypted.
  {
    kind: 'TOKEN',
    pattern: /(?<![\w-])eyJ[\w-]{8,8000}(?:\.[\w-]{0,16000}){1,4}/g,
    facts: facts.longWord,
    needles: ['eyj'],
  },
  {
    kind: 'TOKEN',
    pattern: new RegExp(`${begins}(?:${issued.join('|')})(?![A-Za-z0-9])`, 'g'),
    facts: facts.longWord,
    needles: beginnings,
    isOne: isIssued,
  },
  // AWS: the kind of a key's id is in its first four letters (IAM's "Unique identifiers").
  {
    kind: 'KEY',
    pattern:
      /(?<![A-Za-z0-9])(?:AKIA|ASIA|AIDA|AROA|AGPA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    facts: facts.longWord,
    needles: ['akia', 'asia', 'aida', 'aroa', 'agpa', 'aipa', 'anpa', 'anva', 'abia', 'acca'],
  },
  // A web hook of a chat: its path is the secret.
  {
    kind: 'TOKEN',
    pattern:
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com\/webhookb2)\/(?<secret>[\w/@-]{20,300})/g,
    needles: ['hooks.slack.com', '/webhook'],
  },
  // DingTalk, Feishu and WeCom have theirs in the query or at the end.
  {
    kind: 'TOKEN',
    pattern: /(?:open\.feishu\.cn|open\.larksuite\.com)\/open-apis\/bot\/v2\/hook\/(?<secret>[\w-]{20,60})/g,
    needles: ['/open-apis/bot'],
  },
];

export const tokenForms: readonly SecretForm[] = forms.map(patternForm);
