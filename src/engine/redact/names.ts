import { isPlainId } from './secret-values';

export const name = '(?<secret>[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._$%+-]{0,62}[\\p{L}\\p{N}_])?)';
/** The name is over: neither half of it is hidden, nor the name of what comes next. */
export const over = '(?![\\p{L}\\p{N}=]|[._$%+-][\\p{L}\\p{N}])';
/** Windows writes the domain before it. */
export const domain = '(?:[\\w.-]{1,30}\\\\{1,2})?';

/** Accounts of systems and of build machines, which are nobody's, and words that stand where a name would. */
const nobodies = new Set(
  (
    'root admin administrator administrators system nobody guest anonymous daemon postgres mysql redis mongodb nginx apache www-data ' +
    'www http httpd sshd ntp mail ftp git jenkins runner runneradmin ubuntu debian centos fedora vagrant node app test user users ' +
    'default public shared all none null unknown undefined local service localservice networkservice hdfs yarn hadoop spark hive ' +
    'hbase zookeeper kafka cassandra elastic elasticsearch kibana grafana prometheus consul vault docker containerd kube kubernetes ' +
    'field fields must cannot should required taken exists contains matches mismatch longer too pattern policy conda builder build buildd mockbuild kbuild travis appveyor jovyan coder gitpod work workspace pam_unix etcd rabbitmq backup operator cron messagebus polkitd dbus syslog systemd ec2-user azureuser vscode codespace circleci ' +
    'gitlab-runner buildkite-agent sys sa sysadmin superuser ' +
    'a an with from is was has had not id ids name names invalid illegal agent session sessions input request requests data account ' +
    'accounts interface true false yes no success failed failure error errors this that the of to in on at by for and or who he she ' +
    'they you we it client clients customer customers member visitor already never been be successfully group groups role roles info ' +
    'profile profiles token tokens cache count counts list table object password passwords login logins logout permission ' +
    'permissions preferences setting settings event events action actions query queries thread code defined mode space process limit ' +
    'limits quota time timeout key keys value values store storage directory dir home file files index db database schema module ' +
    'manager controller handler api gateway server servers host hosts created deleted updated removed added new existing current ' +
    'other another same each any some every only also because if when while after before during without via using type level ' +
    'access authentication authorization attempt attempts connection connections registration signup sign-in verification ' +
    'notification notifications message messages email address phone status state record records row rows details lookup search '
  )
    .trim()
    .split(/\s+/),
);

export function isPerson(name: string): boolean {
  if (isPlainId(name) || /^[-_.*<[({%$]/.test(name) || /\$$/.test(name)) return false;
  return !nobodies.has(name.toLowerCase());
}

/** Written as logins are: words of prose have no digit, point or line in them. */
export function isLogin(name: string): boolean {
  return /^\p{L}+(?:[._-]\p{L}|[._-]?\d)/u.test(name) && isNamedId(name) && name.length <= 32;
}

/** Ids of users are names where they begin with a letter and are no hash. */
export function isNamedId(name: string): boolean {
  return /^\p{L}/u.test(name) && !/^(?=.*\d)[0-9a-f]{8,}$/i.test(name) && isPerson(name);
}
