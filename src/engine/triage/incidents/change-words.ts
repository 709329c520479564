import { Level } from '../../model/level';

/** Words by which a program says that something about it is changed: most troubles begin with a change. */
const changing =
  /\b(?:start(?:ing|ed|s)?|restart(?:ing|ed|s)?|boot(?:ing|ed)?|deploy(?:ing|ed|ment)?|release[ds]?|roll(?:ed|ing)? ?out|version|upgrad(?:e[ds]?|ing)|migrat(?:e[ds]?|ing|ion)|config(?:uration)? (?:changed|reloaded|updated|applied)|reload(?:ed|ing)?|fail(?:ed|ing)? ?over|switch(?:ed|ing)? (?:over|to)|enabled|disabled)\b|启动|重启|部署|发布|上线|升级|迁移|切换|配置变更|重新加载/i;

/** Of a message's masked tokens; whoever warns of it says more than that it happens. */
export function tellsOfChange(tokens: readonly string[], level: number): boolean {
  return level <= Level.info && changing.test(tokens.join(' '));
}
